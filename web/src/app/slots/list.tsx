import { Link } from 'react-router';
import { dateIn, minutesBetween, rangeText, timeText } from '../../lib/time';
import { Length } from '../../look/line';
import { type HostSlot, useDeleteOpeningMutation, useListOpeningsQuery } from '../api';
import { t, word } from '../text';
import { dayName, groupByDay } from '../ui/day-name';
import { Empty, Refused } from '../ui/faces';
import { showUndo } from '../ui/toast-store';
import { useAct } from '../ui/use-act';
import { useTakeBack } from './use-take-back';

const KIND: Record<string, '' | 'k' | 'p'> = { booked: 'k', past: 'p' };

/** Slots by day; `waiting` are the bookings that the host has still to answer. */
type Props = { slots: HostSlot[]; waiting: ReadonlySet<string>; zone: string; today: string };

export function SlotList({ slots, waiting, zone, today }: Props) {
  if (slots.length === 0) return <Nothing />;
  return groupByDay(slots, ({ start }) => dateIn(start, zone)).map(([date, onDay]) => (
    <section key={date}>
      <h2>{dayName(date, today)}</h2>
      <ul>
        {onDay.map((slot) => (
          <li key={slot.start + slot.event_type_id + slot.booking_id}>
            <Row slot={slot} isWaiting={waiting.has(slot.booking_id ?? '')} zone={zone} />
          </li>
        ))}
      </ul>
    </section>
  ));
}

/** What makes slots, where a week has none. */
export function Nothing() {
  return (
    <Empty title={t('slots.none')}>
      <p className="q">{t('slots.none_next')}</p>
      <Link className="btn" to="/app/availability">
        {t('nav.availability')}
      </Link>
    </Empty>
  );
}

function Row({ slot, isWaiting, zone }: { slot: HostSlot; isWaiting: boolean; zone: string }) {
  const {
    start,
    end,
    title,
    state,
    booking_id: bookingId,
    customer_name: customer,
    seats_left: seats,
    opening_id: opening,
    event_type_id: type,
  } = slot;
  const inside = (
    <>
      <time className="num b bt" dateTime={start}>
        {timeText(start, zone)}
      </time>
      <span className="blen">
        <Length minutes={minutesBetween(start, end) * 0.36} kind={KIND[state] ?? ''} />
      </span>
      <span className="stack gap-0">
        <b className="clip">{customer ?? title}</b>
        <span className="s q clip">
          {customer
            ? title
            : seats && seats > 1
              ? t('slots.seats', { count: seats })
              : rangeText(start, end, zone)}
        </span>
      </span>
    </>
  );
  if (bookingId) {
    return (
      <Link className="bk" to={`/app/bookings/${bookingId}`}>
        {inside}
        {isWaiting ? (
          <span className="chip now">{t('week_view.waiting')}</span>
        ) : (
          <span className={state === 'past' ? 'chip' : 'chip k'}>{word('slots', state)}</span>
        )}
      </Link>
    );
  }
  return (
    <div className="bk">
      {inside}
      <span className="row gap-1 slot-acts">
        <span className={state === 'available' ? 'chip open' : 'chip'}>
          {state === 'available' ? t('slots.open') : t('slots.not_taken')}
        </span>
        {state === 'available' && (
          <Link
            className="btn bare"
            to={`/app/bookings/new?event_type=${type}&start=${encodeURIComponent(start)}`}
          >
            {t('slots.book')}
          </Link>
        )}
        {opening && state === 'available' && <Withdraw id={opening} slot={slot} />}
      </span>
    </div>
  );
}

function Withdraw({ id, slot }: { id: string; slot: HostSlot }) {
  const [remove] = useDeleteOpeningMutation();
  const { act, isActing, problem } = useAct();
  const takeBack = useTakeBack();
  // An opening that comes back costs what it did; a slot doesn't tell its price.
  const { data } = useListOpeningsQuery({ from: slot.start, eventTypeId: slot.event_type_id });
  const price = data?.items.find((opening) => opening.id === id)?.price;
  const withdraw = async () => {
    if ((await act(remove({ id }))) === undefined) return;
    const { event_type_id, start, end } = slot;
    showUndo(
      t('slots.withdrawn'),
      () => void takeBack.withdrawal({ event_type_id, start, end, ...(price ? { price } : {}) }),
    );
  };
  if (problem) return <Refused problem={problem} />;
  return (
    <button type="button" className="btn bare refuse" disabled={isActing} onClick={withdraw}>
      {t('slots.withdraw')}
    </button>
  );
}
