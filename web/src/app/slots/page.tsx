import { useState } from 'react';
import { Link } from 'react-router';
import {
  addDays,
  dateIn,
  dateText,
  isDate,
  minutesBetween,
  rangeText,
  startOfWeek,
  timeText,
} from '../../lib/time';
import { Icon } from '../../look/icon';
import { Length } from '../../look/line';
import { type HostSlot, useDeleteOpeningMutation } from '../api';
import { useHost } from '../frame/host-context';
import { t, word } from '../text';
import { dayName, groupByDay } from '../ui/day-name';
import { Answered, Empty, Refused } from '../ui/faces';
import { PageHead } from '../ui/page-head';
import { useQuery } from '../ui/query';
import { useAct } from '../ui/use-act';
import { useNow } from '../ui/use-now';
import { Blocks } from './blocks';
import { NewBlock } from './new-block';
import { NewOpening } from './new-opening';
import { useSlots, VIEWS } from './use-slots';

const KIND: Record<string, '' | 'k' | 'p'> = { booked: 'k', past: 'p' };

/** The host's own slots, a week at a time: what is open, what is taken, what was. */
export function SlotsPage() {
  const { profile } = useHost();
  const zone = profile.time_zone;
  const today = dateIn(useNow(), zone);
  const [params, change] = useQuery();
  const asked = params.get('from');
  const from = startOfWeek(asked && isDate(asked) ? asked : today, profile.week_start);
  const to = addDays(from, 6);
  const view = VIEWS.find((each) => each === params.get('view')) ?? 'all';
  const slots = useSlots(from, to, view);
  const first = [from, today].sort().at(-1) ?? today;
  const close = () => change({ new: null });
  return (
    <>
      <PageHead
        title={t('slots.week', { from: dateText(from, 'day'), to: dateText(to, 'full') })}
        beside={
          <span className="row gap-0.5">
            <Turn icon="prev" label={t('slots.earlier')} onTurn={() => change({ from: addDays(from, -7) })} />
            <button type="button" className="btn bare" onClick={() => change({ from: null })}>
              {t('slots.today')}
            </button>
            <Turn icon="next" label={t('slots.later')} onTurn={() => change({ from: addDays(from, 7) })} />
          </span>
        }
      >
        <button type="button" className="btn" onClick={() => change({ new: 'block' })}>
          {t('slots.new_block')}
        </button>
        <button type="button" className="btn main" onClick={() => change({ new: 'opening' })}>
          <Icon name="plus" />
          {t('slots.new_opening')}
        </button>
      </PageHead>
      <fieldset className="pick justify-self-start">
        <legend className="sr">{t('slots.which')}</legend>
        {VIEWS.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={each === view}
            onClick={() => change({ view: each === 'all' ? null : each })}
          >
            {t(`slots.${each}`)}
          </button>
        ))}
      </fieldset>
      <section className="sheet list" aria-label={t('slots.title')}>
        <Answered query={slots}>
          {(items) => (items.length === 0 ? <Nothing /> : <Days slots={items} zone={zone} today={today} />)}
        </Answered>
      </section>
      <Blocks from={from} to={to} zone={zone} />
      {params.get('new') === 'opening' && <NewOpening date={first} zone={zone} onClose={close} />}
      {params.get('new') === 'block' && <NewBlock date={first} zone={zone} onClose={close} />}
    </>
  );
}

function Turn({ icon, label, onTurn }: { icon: 'prev' | 'next'; label: string; onTurn: () => void }) {
  return (
    <button type="button" className="btn bare icon" onClick={onTurn}>
      <Icon name={icon} />
      <span className="sr">{label}</span>
    </button>
  );
}

function Nothing() {
  return (
    <Empty title={t('slots.none')}>
      <p className="q">{t('slots.none_next')}</p>
      <Link className="btn" to="/app/availability">
        {t('nav.availability')}
      </Link>
    </Empty>
  );
}

function Days({ slots, zone, today }: { slots: HostSlot[]; zone: string; today: string }) {
  return groupByDay(slots, ({ start }) => dateIn(start, zone)).map(([date, onDay]) => (
    <section key={date}>
      <h2>{dayName(date, today)}</h2>
      <ul>
        {onDay.map((slot) => (
          <li key={slot.start + slot.event_type_id + slot.booking_id}>
            <Row slot={slot} zone={zone} />
          </li>
        ))}
      </ul>
    </section>
  ));
}

function Row({ slot, zone }: { slot: HostSlot; zone: string }) {
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
        <span className={state === 'past' ? 'chip' : 'chip k'}>{word('slots', state)}</span>
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
        {opening && state === 'available' && <Withdraw id={opening} time={timeText(start, zone)} />}
      </span>
    </div>
  );
}

function Withdraw({ id, time }: { id: string; time: string }) {
  const [remove] = useDeleteOpeningMutation();
  const { act, isActing, problem } = useAct();
  const [isSure, setSure] = useState(false);
  if (problem) return <Refused problem={problem} />;
  return (
    <button
      type="button"
      className="btn bare refuse"
      disabled={isActing}
      onClick={() => (isSure ? act(remove({ id })) : setSure(true))}
    >
      {isSure ? t('slots.withdraw_sure', { time }) : t('slots.withdraw')}
    </button>
  );
}
