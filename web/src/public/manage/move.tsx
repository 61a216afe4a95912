import { useEffect, useRef, useState } from 'react';
import { isProblem } from '../../lib/http';
import { dateIn, type Instant, minutesBetween, momentText, monthOf } from '../../lib/time';
import { Note } from '../../look/note';
import { useAddress } from '../address';
import { Picker } from '../booking/picker';
import { useAttempt } from '../booking/use-attempt';
import { useMonth } from '../booking/use-month';
import { slotAsked } from '../booking/which';
import type { Booking } from '../data';
import { t } from '../text';
import { bearer } from './token';

type Props = {
  booking: Booking;
  /** The nearest open starts, where the server told them. */
  near?: Instant[];
  zone: string;
  onZone: (zone: string) => void;
  onMoved: (booking: Booking) => void;
};

/** Another time: three near ones first, any other behind a press. Nothing moves before the last button. */
export function Move({ booking, near, zone, onZone, onMoved }: Props) {
  const address = useAddress();
  const [sawAll, setSawAll] = useState(address.get('month') !== null || address.get('date') !== null);
  const chosen = slotAsked();
  const choose = (start: Instant) => address.set({ slot: start }, true);
  const box = useRef<HTMLElement>(null);
  /** The focus goes on to what came in the place of what was pressed. */
  const lead = (to: string) =>
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>(to)?.focus());
  const seeAll = () => {
    const month = monthOf(dateIn(booking.start, zone));
    setSawAll(true);
    address.set({ month }, true);
    lead('#month-name');
  };
  const close = () => {
    setSawAll(false);
    address.set({ slot: null, date: null, month: null }, true);
  };
  return (
    <section ref={box} className="sheet stack" aria-labelledby="move">
      <h2 id="move" tabIndex={-1}>
        {t('move.title')}
      </h2>
      {booking.reschedule_until && (
        <p className="q s">{t('move.until', { when: momentText(booking.reschedule_until, zone) })}</p>
      )}
      {chosen ? (
        <Ask
          booking={booking}
          start={chosen}
          zone={zone}
          onMoved={(next) => {
            close();
            onMoved(next);
          }}
          onDrop={() => {
            address.set({ slot: null }, true);
            lead('#move');
          }}
        />
      ) : (
        <>
          {near ? (
            <Starts starts={near} zone={zone} onChoose={choose} />
          ) : (
            <Near booking={booking} zone={zone} onChoose={choose} />
          )}
          {sawAll ? (
            <div className="inside">
              <Picker host={booking.host} eventType={booking.event_type} zone={zone} onZone={onZone} />
            </div>
          ) : (
            <button type="button" className="btn justify-self-start" onClick={seeAll}>
              {t('move.all')}
            </button>
          )}
        </>
      )}
    </section>
  );
}

type NearProps = { booking: Booking; zone: string; onChoose: (start: Instant) => void };

/** The nearest ones of the month, after a move. */
function Near({ booking, zone, onChoose }: NearProps) {
  const { host, event_type: eventType, start } = booking;
  const month = monthOf(dateIn(start, zone));
  const { slots, isLoading } = useMonth({ handle: host.handle, slug: eventType.slug, month, zone });
  const near = (slots ?? [])
    .filter((slot) => slot.start !== start)
    .sort((a, b) => Math.abs(minutesBetween(a.start, start)) - Math.abs(minutesBetween(b.start, start)))
    .slice(0, 3)
    .sort((a, b) => a.start.localeCompare(b.start));
  if (isLoading) return <span className="wait" />;
  return <Starts starts={near.map((slot) => slot.start)} zone={zone} onChoose={onChoose} />;
}

type StartsProps = { starts: Instant[]; zone: string; onChoose: (start: Instant) => void };

function Starts({ starts, zone, onChoose }: StartsProps) {
  if (starts.length === 0) return <p className="q s">{t('move.none_near')}</p>;
  return (
    <div className="near">
      {starts.map((start) => (
        <button key={start} type="button" className="slot" onClick={() => onChoose(start)}>
          <time dateTime={start}>{momentText(start, zone, 'short')}</time>
        </button>
      ))}
    </div>
  );
}

type AskProps = {
  booking: Booking;
  start: Instant;
  zone: string;
  onMoved: (booking: Booking) => void;
  onDrop: () => void;
};

function Ask({ booking, start, zone, onMoved, onDrop }: AskProps) {
  const url = `/api/v1/client/bookings/${booking.id}/reschedule`;
  const { send, isSending, problem } = useAttempt<{ booking: Booking }>(url, bearer());
  const box = useRef<HTMLDivElement>(null);
  const address = useAddress();
  const lead = () => requestAnimationFrame(() => box.current?.focus());
  // The first time, and whenever another of the times is taken.
  useEffect(() => {
    if (start) box.current?.focus();
  }, [start]);
  const move = async () => {
    const answer = await send({ start });
    if (answer?.ok) onMoved(answer.data.booking);
    else if (answer) lead();
  };
  return (
    <div ref={box} className="stack" tabIndex={-1}>
      <p>
        {t('move.from', { when: momentText(booking.start, zone) })}
        <br />
        <b className="font-strong">{t('move.to', { when: momentText(start, zone) })}</b>
      </p>
      {problem && (
        <Note kind="refused">
          <p>
            {isProblem(problem, 'slot-taken')
              ? t('taken.title', { time: momentText(start, zone) })
              : problem.detail}
          </p>
          {isProblem(problem, 'slot-taken') && (
            <div className="row wrap gap-2 mt-2">
              {problem.alternatives?.map((other) => (
                <button
                  key={other}
                  type="button"
                  className="btn"
                  onClick={() => address.set({ slot: other }, true)}
                >
                  {momentText(other, zone)}
                </button>
              ))}
            </div>
          )}
        </Note>
      )}
      <div className="row wrap gap-2">
        <button type="button" className="btn take" aria-disabled={isSending || undefined} onClick={move}>
          {t('move.do', { when: momentText(start, zone, 'short') })}
        </button>
        <button type="button" className="btn bare" onClick={onDrop}>
          {t('move.drop')}
        </button>
      </div>
    </div>
  );
}
