import { type FormEvent, useRef, useState } from 'react';
import { fieldErrors, type Problem, request } from '../../lib/http';
import { Field, focusFirstError } from '../../look/field';
import { Note } from '../../look/note';
import { checkEmail } from '../booking/draft';
import { t } from '../text';

/** For those who booked already and can't find the letter. The answer never tells whether there is a booking. */
export function LostLink({ handle }: { handle: string }) {
  const form = useRef<HTMLFormElement>(null);
  const [email, setEmail] = useState('');
  const [error, setError] = useState<string>();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sentTo, setSentTo] = useState<string | null>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const wrong = checkEmail(email);
    setError(wrong ?? undefined);
    if (wrong) return focusFirstError(form.current);
    const answer = await request('/api/v1/client/manage-link', {
      method: 'POST',
      body: { email: email.trim(), handle },
    });
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) setSentTo(email.trim());
    else setError(fieldErrors(answer.problem).email);
  };

  return (
    <details className="lost">
      <summary className="s q">{t('lost.title')}</summary>
      <form ref={form} className="stack tight" noValidate onSubmit={submit}>
        <div className="row wrap items-end">
          <div className="grow">
            <Field label={t('form.email')} error={error} isRequired>
              {(field) => (
                <input
                  {...field}
                  className="input"
                  type="email"
                  autoComplete="email"
                  value={email}
                  onInput={(event) => setEmail(event.currentTarget.value)}
                />
              )}
            </Field>
          </div>
          <button type="submit" className="btn big">
            {t('lost.send')}
          </button>
        </div>
        {sentTo && (
          <Note kind="open" icon="mail">
            {t('lost.sent', { email: sentTo })}
          </Note>
        )}
        {problem && !error && <Note kind="refused">{problem.detail}</Note>}
      </form>
    </details>
  );
}
