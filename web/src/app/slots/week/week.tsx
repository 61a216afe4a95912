import { addDays, cityOf, dateIn } from '../../../lib/time';
import type { HostSlot } from '../../api';
import { t } from '../../text';
import { useQuery } from '../../ui/query';
import { drawDay, type Shown } from './drawn';
import { WeekGrid } from './grid';
import type { Chosen } from './span';
import { Strip } from './strip';

type Props = {
  from: string;
  shown: Shown;
  now: string;
  isLoading: boolean;
  isAsking: boolean;
  settled: number;
  onChoose: (chosen: Chosen) => void;
  onLeave: (date: string) => void;
};

/** The hours of a working day are always drawn; earlier and later ones where something stands there. */
const USUAL = { from: 8, to: 18 };

/** A week drawn to scale: what is open, taken, past and blocked; an empty stretch can be dragged over or walked to by keys. */
export function Week({ from, shown, now, isLoading, isAsking, settled, onChoose, onLeave }: Props) {
  const [params, change] = useQuery();
  const { slots, waiting, zone } = shown;
  const days = Array.from({ length: 7 }, (_, index) => addDays(from, index));
  const today = dateIn(now, zone);
  const asked = params.get('day');
  const day = [asked, today].find((date) => date && days.includes(date)) ?? from;
  const isWhole = params.has('whole');
  const hours = isWhole ? { from: 0, to: 24 } : hoursOf(days, shown);
  const counts = count(slots, waiting);
  return (
    <>
      <Strip days={days} shown={shown} day={day} hours={hours} onDay={(date) => change({ day: date })} />
      <section className="wk sheet" aria-label={t('slots.title')} aria-busy={isLoading}>
        <div className="wkey">
          <span className="row wrap s q">
            <Key kind="o" text={t('week_view.open', { count: counts.open })} />
            <Key kind="k" text={t('week_view.booked', { count: counts.booked })} />
            {counts.waiting > 0 && <Key kind="w" text={t('week_view.waits', { count: counts.waiting })} />}
            <Key kind="p" text={t('week_view.past', { count: counts.past })} />
            <Key kind="l" text={t('slots.not_taken')} />
            <Key kind="x" text={t('block.title')} />
          </span>
          <span className="row">
            <span className="s qq">{t('week_view.zone', { city: cityOf(zone) })}</span>
            <button
              type="button"
              className="btn bare"
              aria-pressed={isWhole}
              onClick={() => change({ whole: isWhole ? null : '1' })}
            >
              {isWhole ? t('week_view.less') : t('week_view.whole')}
            </button>
          </span>
        </div>
        <WeekGrid
          days={days}
          {...shown}
          now={now}
          hours={hours}
          day={day}
          isAsking={isAsking}
          settled={settled}
          onChoose={onChoose}
          onLeave={onLeave}
        />
        <p id="week-view-how" className="s qq how">
          {t('week_view.how')}
        </p>
      </section>
    </>
  );
}

function Key({ kind, text }: { kind: string; text: string }) {
  return (
    <span className="row gap-2">
      <i className={`sw ${kind}`} />
      {text}
    </span>
  );
}

function count(slots: HostSlot[], waiting: ReadonlySet<string>) {
  const booked = slots.filter(({ booking_id: booking }) => booking);
  return {
    open: slots.filter(({ state }) => state === 'available').length,
    booked: booked.filter(({ state, booking_id: id }) => state === 'booked' && !(id && waiting.has(id)))
      .length,
    waiting: booked.filter(({ booking_id: id }) => id && waiting.has(id)).length,
    past: booked.filter(({ state }) => state === 'past').length,
  };
}

function hoursOf(days: string[], shown: Shown) {
  const parts = days.flatMap((date) => drawDay(date, shown)).filter(({ from, to }) => to - from < 24);
  return {
    from: Math.floor(Math.min(USUAL.from, ...parts.map(({ from }) => from))),
    to: Math.ceil(Math.max(USUAL.to, ...parts.map(({ to }) => to))),
  };
}
