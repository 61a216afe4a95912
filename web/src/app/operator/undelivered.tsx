import { momentText } from '../../lib/time';
import { type PageDelivery, useListUndeliveredQuery, useRetryBuriedJobMutation } from '../api';
import { useHost } from '../frame/host-context';
import { Sheet } from '../settings/sheet';
import { t, word } from '../text';
import { Answered, Refused } from '../ui/faces';
import { showNote } from '../ui/toast-store';
import { useAct } from '../ui/use-act';

/** Letters that no mail server has taken, with the way to try again once the cause is mended. */
export function Undelivered({ isKept }: { isKept: boolean }) {
  const letters = useListUndeliveredQuery({});
  return (
    <Sheet title={t('operator.undelivered')}>
      <Answered query={letters}>
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
                  <Row letter={letter} />
                </li>
              ))}
            </ul>
          </>
        )}
      </Answered>
    </Sheet>
  );
}

/** A letter that nobody wants or that met a limit is not sent by trying again. */
const WORTH_A_TRY = ['failed', 'refused'];

function Row({ letter }: { letter: PageDelivery['items'][number] }) {
  const { profile } = useHost();
  const [retry] = useRetryBuriedJobMutation();
  const { act, isActing, problem } = useAct();
  const again = async () => {
    if ((await act(retry({ id: letter.job_id }))) !== undefined) showNote(t('operator.retried'));
  };
  return (
    <>
      <span>
        <b>{word('letter', letter.letter)}</b> <span className="q">{letter.to}</span>{' '}
        <span className="chip now">{word('deliveries', letter.state)}</span>
        <br />
        <span className="s q">
          {[momentText(letter.created_at, profile.time_zone), letter.last_error].filter(Boolean).join('. ')}
        </span>
        {problem && <Refused problem={problem} />}
      </span>
      {WORTH_A_TRY.includes(letter.state) && (
        <button type="button" className="btn" disabled={isActing} onClick={again}>
          {t('timeline.retry')}
        </button>
      )}
    </>
  );
}
