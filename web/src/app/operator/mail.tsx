import { type FormEvent, useState } from 'react';
import { Field } from '../../look/field';
import { Note } from '../../look/note';
import { type MailStatus, useGetMailStatusQuery, useSendTestMailMutation } from '../api';
import { useHost } from '../frame/host-context';
import { Sheet } from '../settings/sheet';
import { t } from '../text';
import { Answered, Refused } from '../ui/faces';
import { useAct } from '../ui/use-act';
import { KeptLetters } from './kept-letters';
import { Undelivered } from './undelivered';

/** Whether letters leave this instance, and which did not. */
export function Mail() {
  const status = useGetMailStatusQuery();
  const isKept = status.data?.transport === 'mailbox';
  return (
    <>
      <Sheet title={t('operator.mail')}>
        <Answered query={status}>{(data) => <Status status={data} />}</Answered>
        <Test isKept={isKept} />
      </Sheet>
      {isKept && <KeptLetters />}
      <Undelivered isKept={isKept} />
    </>
  );
}

function Status({ status }: { status: MailStatus }) {
  if (status.transport === 'mailbox') return <Note kind="now">{t('mailstatus.mailbox')}</Note>;
  if (status.ok === false)
    return <Note kind="refused">{t('mailstatus.broken', { error: status.last_error ?? '' })}</Note>;
  return <p className="q">{t('mailstatus.smtp', { from: status.from })}</p>;
}

function Test({ isKept }: { isKept: boolean }) {
  const { user } = useHost();
  const [to, setTo] = useState(user.email);
  const [send, { isSuccess }] = useSendTestMailMutation();
  const { act, isActing, problem } = useAct();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void act(send({ body: { to } }));
  };
  return (
    <form className="stack" onSubmit={submit}>
      <Field label={t('mailtest.to')}>
        {(field) => (
          <input
            {...field}
            className="input"
            type="email"
            value={to}
            onChange={(event) => setTo(event.target.value)}
          />
        )}
      </Field>
      {problem && <Refused problem={problem} />}
      {isSuccess && !problem && (
        <Note kind={isKept ? 'now' : 'open'} icon="mail">
          {t(isKept ? 'mailtest.kept' : 'mailtest.done', { to })}
        </Note>
      )}
      <button type="submit" className="btn justify-self-start" disabled={isActing}>
        {t('mailtest.do')}
      </button>
    </form>
  );
}
