import {
  addDays,
  addMinutes,
  minutesOf,
  type PlainDate,
  parseTime,
  toInstant,
  weekdayOf,
} from '../../lib/time';
import type { Schedule } from '../api';

type Slot = { start: string; end: string; seats_left: number };
type Rhythm = { length: number; interval: number | null; seats: number };

/** So many show what a day is like. */
const MOST = 12;

/**
 * The next date with hours, and the slots that the grid would put into it. It is a picture of the form, not an answer of the
 * server: what is booked, blocked or too near is left out of account.
 */
export function sampleDay(
  schedule: Schedule,
  today: PlainDate,
  rhythm: Rhythm,
): { date: PlainDate; slots: Slot[] } {
  const dates = Array.from({ length: 7 }, (_, index) => addDays(today, index + 1));
  const windowsOn = (date: PlainDate) =>
    schedule.overrides.find((override) => override.date === date)?.windows ??
    schedule.weekly[weekdayOf(date)] ??
    [];
  const date = dates.find((each) => windowsOn(each).length > 0) ?? addDays(today, 1);
  const step = Math.max(rhythm.interval ?? rhythm.length, 5);
  const slots = windowsOn(date).flatMap(({ start, end }) => {
    const [from, to] = [minutesOf(parseTime(start) ?? '00:00'), minutesOf(parseTime(end) ?? '00:00')];
    const fitting = Math.max(Math.floor((to - from - rhythm.length) / step) + 1, 0);
    const begin = toInstant(date, start, schedule.time_zone);
    return Array.from({ length: Math.min(fitting, MOST) }, (_, index) => {
      const slot = addMinutes(begin, index * step);
      return { start: slot, end: addMinutes(slot, rhythm.length), seats_left: rhythm.seats };
    });
  });
  return { date, slots: slots.slice(0, MOST) };
}
