import { Link } from 'react-router';
import {
  addDays,
  dateIn,
  dateText,
  hourIn,
  minutesBetween,
  startOfWeek,
  weekdayOf,
  weekdayText,
} from '../../lib/time';
import { Line, type LinePart } from '../../look/line';
import type { HostSlot } from '../api';
import { useHost } from '../frame/host-context';
import { useSlots } from '../slots/use-slots';
import { t } from '../text';

const SHOWN: Record<string, LinePart['kind']> = { available: 'o', booked: 'k', past: 'p' };

/** The seven days of this week as lines: what was, what is booked, what is still open. Each leads to its slots. */
export function ThisWeek({ today }: { today: string }) {
  const { profile } = useHost();
  const first = startOfWeek(today, profile.week_start);
  const slots = useSlots(first, addDays(first, 6), 'all');
  const drawn = (slots.data ?? []).map((slot) => draw(slot, profile.time_zone));
  const from = Math.floor(Math.min(9, ...drawn.map(({ part }) => part.from)));
  const to = Math.ceil(Math.max(17, ...drawn.map(({ part }) => part.to)));
  return (
    <section aria-labelledby="this-week" className="coming">
      <h3 id="this-week">{t('overview.this_week')}</h3>
      <ul className="weekline">
        {Array.from({ length: 7 }, (_, index) => addDays(first, index)).map((date) => {
          const here = drawn.filter((each) => each.date === date);
          const count = (state: string) =>
            here.filter((each) => each.slot.state === state && isTaken(each.slot)).length;
          const booked = count('booked') + count('past');
          const open = here.filter(({ slot }) => slot.state === 'available').length;
          return (
            <li key={date}>
              <Link
                to={`/app/slots?from=${date}`}
                aria-current={date === today ? 'date' : undefined}
                aria-label={t('overview.day', { date: dateText(date, 'long'), booked, open })}
              >
                <span className="s">
                  {weekdayText(weekdayOf(date), 'short')} <b className="num">{Number(date.slice(8))}</b>
                </span>
                <Line from={from} to={to} parts={here.map(({ part }) => part)} />
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function isTaken({ booking_id: booking }: HostSlot): boolean {
  return Boolean(booking);
}

function draw(slot: HostSlot, zone: string) {
  const from = hourIn(slot.start, zone);
  const to = Math.min(from + minutesBetween(slot.start, slot.end) / 60, 24);
  const kind = SHOWN[slot.state] ?? 'p';
  return { slot, date: dateIn(slot.start, zone), part: { from, to, kind } };
}
