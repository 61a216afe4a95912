import { startOfWeek } from '../../lib/time';
import type { InsightDay } from '../api';

/** Figures of a stretch of dates: one day, or a week. */
export type Stretch = {
  from: string;
  to: string;
  booked: number;
  open: number;
  cancelled: number;
  missed: number;
};

/** From so many days on, single ones can't be told apart any more. */
const MOST_DAYS = 45;

export function isByWeek(days: InsightDay[]): boolean {
  return days.length > MOST_DAYS;
}

/** The days as they are, or gathered into the host's weeks; the first and the last may be parts of one. */
export function stretches(days: InsightDay[], weekStart: string): Stretch[] {
  const byWeek = isByWeek(days);
  const gathered = new Map<string, Stretch>();
  for (const day of days) {
    const key = byWeek ? startOfWeek(day.date, weekStart) : day.date;
    const before = gathered.get(key) ?? {
      from: day.date,
      to: day.date,
      booked: 0,
      open: 0,
      cancelled: 0,
      missed: 0,
    };
    gathered.set(key, {
      from: before.from,
      to: day.date,
      // A missed meeting was booked, too; it is drawn apart.
      booked: before.booked + Math.max(day.booked_slots - day.no_shows, 0),
      open: before.open + Math.max(day.offered_slots - day.booked_slots, 0),
      cancelled: before.cancelled + day.cancelled,
      missed: before.missed + day.no_shows,
    });
  }
  return [...gathered.values()];
}

export function tallest(shown: Stretch[]): number {
  return Math.max(1, ...shown.map(({ booked, open, missed }) => booked + open + missed));
}

/** The next round number at which the scale ends: 4, 5, 10, 20, 50, … */
export function roundUp(most: number): number {
  if (most <= 4) return 4;
  const size = 10 ** Math.floor(Math.log10(most));
  return [1, 2, 5, 10].map((step) => step * size).find((end) => end >= most) ?? most;
}
