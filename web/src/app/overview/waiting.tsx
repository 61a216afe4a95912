import { useState } from 'react';
import { Link } from 'react-router';
import { momentText } from '../../lib/time';
import { Icon } from '../../look/icon';
import { type Booking, useApproveBookingMutation, useListBookingsQuery } from '../api';
import { Reason } from '../bookings/reason';
import { useHost } from '../frame/host-context';
import { t } from '../text';
import { Answered, Refused } from '../ui/faces';
import { showNote } from '../ui/toast-store';
import { useAct } from '../ui/use-act';
import { useFocusKept } from '../ui/use-focus-kept';
import { useLetters } from '../ui/use-letters';

const SHOWN = 3;

/** What only the host can answer, answered in place; `count` is how many there are in all. */
export function Waiting({ count }: { count: number }) {
  const pending = useListBookingsQuery({ view: 'pending', limit: SHOWN });
  const { box, heading } = useFocusKept<HTMLElement>();
  return (
    <section ref={box} className="sheet pad col-span-5" aria-labelledby="waiting">
      <div className="head">
        <h2 id="waiting" ref={heading} tabIndex={-1}>
          {t('waiting.title')}
        </h2>
        {count > SHOWN ? (
          <Link className="btn bare" to="/app/bookings?view=pending">
            {t('waiting.all', { count })}
            <Icon name="next" small />
          </Link>
        ) : (
          count > 0 && <span className="chip now">{count}</span>
        )}
      </div>
      <Answered query={pending}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="q">{t('waiting.none')}</p>
          ) : (
            <ul className="waits">
              {items.map((booking) => (
                <li key={booking.id}>
                  <Ask booking={booking} />
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </section>
  );
}

function Ask({ booking }: { booking: Booking }) {
  const { profile } = useHost();
  const [approve] = useApproveBookingMutation();
  const { act, isActing, problem } = useAct();
  const { told } = useLetters();
  const [isDeclining, setDeclining] = useState(false);
  const zone = profile.time_zone;
  const agree = async () => {
    if (await act(approve({ id: booking.id })))
      showNote(t('booking.approved', { told: told(booking.customer.name) }));
  };
  const { customer, event_type: eventType, proposed_start: proposed, expires_at: expires } = booking;
  return (
    <>
      <div className="stack snug">
        <p>
          <b className="font-strong">{customer.name}</b>{' '}
          {proposed
            ? t('waiting.moves', { when: momentText(proposed, zone) })
            : t('waiting.asks', { when: momentText(booking.start, zone) })}
        </p>
        <p className="s q">
          {eventType.title}. {expires && t('booking.answer_by', { when: momentText(expires, zone) })}
        </p>
      </div>
      {problem && <Refused problem={problem} />}
      <div className="row wrap gap-2">
        <button type="button" className="btn main" disabled={isActing} onClick={agree}>
          {t('booking.approve')}
        </button>
        <button type="button" className="btn" onClick={() => setDeclining(true)}>
          {t('booking.decline')}
        </button>
        <Link className="btn bare" to={`/app/bookings/${booking.id}?view=pending`}>
          {t('overview.details')}
        </Link>
      </div>
      <Reason kind="decline" booking={booking} isOpen={isDeclining} onClose={() => setDeclining(false)} />
    </>
  );
}
