import { type FormEvent, useState } from 'react';
import { fieldErrors } from '../../lib/http';
import { Field } from '../../look/field';
import { useCloseAccountMutation } from '../api';
import { useLeave } from '../session/use-leave';
import { t } from '../text';
import { Dialog } from '../ui/dialog';
import { Refused } from '../ui/faces';
import { useAct } from '../ui/use-act';
import { Sheet } from './sheet';

export function DeleteAccount() {
  const [isOpen, setOpen] = useState(false);
  const [password, setPassword] = useState('');
  const [remove] = useCloseAccountMutation();
  const { act, isActing, problem } = useAct();
  const leave = useLeave();
  const error = fieldErrors(problem ?? undefined).password;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const done = await act(remove({ body: { password } }));
    if (done !== undefined) await leave();
  };
  return (
    <Sheet title={t('delete.title')} about={t('delete.about')}>
      <div className="row wrap gap-2">
        <a className="btn" href="/api/v1/user/export" download="timeslot.json">
          {t('delete.export')}
        </a>
        <button type="button" className="btn refuse" onClick={() => setOpen(true)}>
          {t('delete.open')}
        </button>
      </div>
      <Dialog title={t('delete.sure')} isOpen={isOpen} onClose={() => setOpen(false)}>
        <form className="stack" onSubmit={submit}>
          <p className="q">{t('delete.what')}</p>
          {problem && !error && <Refused problem={problem} />}
          <Field label={t('field.password')} error={error}>
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
          <div className="row wrap gap-2">
            <button type="submit" className="btn refuse main" disabled={isActing || !password}>
              {t('delete.do')}
            </button>
            <button type="button" className="btn bare" onClick={() => setOpen(false)}>
              {t('keep')}
            </button>
          </div>
        </form>
      </Dialog>
    </Sheet>
  );
}
