import { type FormEvent, useState } from 'react';
import { Link, useParams } from 'react-router';
import { fieldErrors, isProblem } from '../../lib/http';
import { Field } from '../../look/field';
import { Note } from '../../look/note';
import { useVerifyEmailMutation } from '../api';
import { t } from '../text';
import { Refused } from '../ui/faces';
import { useAct } from '../ui/use-act';
import { AuthFrame } from './auth-frame';

/** Opening the link changes nothing, since mail scanners open links: the page asks, a press acts. */
export function VerifyPage() {
  const { token = '' } = useParams();
  const [verify, { isSuccess }] = useVerifyEmailMutation();
  const { act, isActing, problem } = useAct();
  const [password, setPassword] = useState('');
  const [wasAsked, setAsked] = useState(false);
  const asksPassword = wasAsked || problem?.status === 401;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (problem?.status === 401) setAsked(true);
    await act(verify({ body: { token, ...(password ? { password } : {}) } }));
  };

  if (isSuccess) {
    return (
      <AuthFrame title={t('verify.done_title')}>
        <Note kind="open" icon="check">
          {t('verify.done')}
        </Note>
        <Link className="btn main big" to="/app">
          {t('verify.go')}
        </Link>
      </AuthFrame>
    );
  }
  return (
    <AuthFrame title={t('verify.title')}>
      <form className="stack wide" onSubmit={submit}>
        <p className="q">{t('verify.ask')}</p>
        {asksPassword && <p>{t('verify.password_why')}</p>}
        {problem && (!isProblem(problem, 'password-needed') || wasAsked) && <Refused problem={problem} />}
        {asksPassword && (
          <Field label={t('field.password')} error={fieldErrors(problem ?? undefined).password}>
            {(field) => (
              <input
                {...field}
                className="input"
                type="password"
                autoComplete="current-password"
                value={password}
                onChange={(event) => setPassword(event.target.value)}
              />
            )}
          </Field>
        )}
        <button
          type="submit"
          className="btn main big wide"
          disabled={isActing || (asksPassword && !password)}
        >
          {t('verify.do')}
        </button>
      </form>
    </AuthFrame>
  );
}
