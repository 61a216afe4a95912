import { type FormEvent, useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useSelector } from 'react-redux';
import { fieldErrors } from '../../lib/http';
import { Field } from '../../look/field';
import { api, useLogInMutation } from '../api';
import { tellTabs } from '../live/channel';
import { type RootState, useAppDispatch } from '../store';
import { t } from '../text';
import { Refused } from '../ui/faces';
import { useAct } from '../ui/use-act';
import { settleLogin } from './again';
import { selectSession, sessionBegun, sessionLeft } from './slice';

/** Where a login ends in the middle of something: log in here, and what was asked goes on from where it was. */
export function LoginAgain() {
  const { email, isOver } = useSelector<RootState, ReturnType<typeof selectSession>>(selectSession);
  if (email === null) return null;
  return (
    // It can't be dismissed by chance: without a login nothing behind it works.
    <ModalOverlay className="scrim" isOpen={isOver} isKeyboardDismissDisabled>
      <Modal className="dialog">
        <Dialog className="stack">
          <Heading slot="title" className="text-l">
            {t('again.title')}
          </Heading>
          <AgainForm email={email} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function AgainForm({ email }: { email: string }) {
  const [password, setPassword] = useState('');
  const [login] = useLogInMutation();
  const { act, isActing, problem } = useAct();
  const dispatch = useAppDispatch();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const back = await act(login({ body: { email, password } }));
    if (!back) return;
    dispatch(sessionBegun(email));
    settleLogin(true);
    tellTabs({ kind: 'session', email });
    dispatch(api.util.invalidateTags(['Session', 'Bookings', 'Slots', 'Deliveries']));
  };
  const leave = () => {
    settleLogin(false);
    dispatch(sessionLeft());
    dispatch(api.util.resetApiState());
  };
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <p className="q">{t('again.why')}</p>
      {problem && <Refused problem={problem} />}
      <Field label={t('field.email')}>
        {(field) => (
          <input {...field} className="input" type="email" autoComplete="username" value={email} readOnly />
        )}
      </Field>
      <Field label={t('field.password')} error={fieldErrors(problem ?? undefined).password}>
        {(field) => (
          <input
            {...field}
            className="input"
            type="password"
            autoComplete="current-password"
            // biome-ignore lint/a11y/noAutofocus: the dialog asks for this one thing
            autoFocus
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </Field>
      <div className="row wrap gap-2">
        <button type="submit" className="btn main" disabled={isActing || !password}>
          {t('again.do')}
        </button>
        <button type="button" className="btn bare" onClick={leave}>
          {t('again.leave')}
        </button>
      </div>
    </form>
  );
}
