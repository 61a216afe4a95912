import { type FormEvent, useState } from 'react';
import { momentText } from '../../lib/time';
import { Field } from '../../look/field';
import { Note } from '../../look/note';
import {
  type MailStatus,
  useGetMailStatusQuery,
  useListUndeliveredQuery,
  useSendTestMailMutation,
} from '../api';
import { useHost } from '../frame/host-context';
import { Sheet } from '../settings/sheet';
import { t, word } from '../text';
import { Answered, Refused } from '../ui/faces';
import { useAct } from '../ui/use-act';
import { KeptLetters } from './kept-letters';

/** Whether letters leave this instance, and which did not. */
export function Mail() {
  const status = useGetMailStatusQuery();
  const { profile } = useHost();
  const undelivered = useListUndeliveredQuery({});
  const isKept = status.data?.transport === 'mailbox';
  return (
    <>
      <Sheet title={t('operator.mail')}>
        <Answered query={status}>{(data) => <Status status={data} />}</Answered>
        <Test />
      </Sheet>
      {isKept && <KeptLetters />}
      <Sheet title={t('operator.undelivered')}>
        <Answered query={undelivered}>
          {({ items }) => (
            <>
              {items.length === 0 && (
                <p className="q s">
                  {t(isKept ? 'operator.none_undelivered_mailbox' : 'operator.none_undelivered')}
                </p>
              )}
              <ul className="diff">
                {items.map((letter) => (
                  <li key={letter.id}>
                    <span>
                      <b>{word('letter', letter.letter)}</b> <span className="q">{letter.to}</span>
                      <br />
                      <span className="s q">
                        {[momentText(letter.created_at, profile.time_zone), letter.last_error]
                          .filter(Boolean)
                          .join('. ')}
                      </span>
                    </span>
                    <span className="chip now">{word('deliveries', letter.state)}</span>
                  </li>
                ))}
              </ul>
            </>
          )}
        </Answered>
      </Sheet>
    </>
  );
}

function Status({ status }: { status: MailStatus }) {
  if (status.transport === 'mailbox') return <Note kind="now">{t('mailstatus.mailbox')}</Note>;
  if (status.ok === false)
    return <Note kind="refused">{t('mailstatus.broken', { error: status.last_error ?? '' })}</Note>;
  return <p className="q">{t('mailstatus.smtp', { from: status.from })}</p>;
}

function Test() {
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
        <Note kind="open" icon="mail">
          {t('mailtest.done', { to })}
        </Note>
      )}
      <button type="submit" className="btn justify-self-start" disabled={isActing}>
        {t('mailtest.do')}
      </button>
    </form>
  );
}
