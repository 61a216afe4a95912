import { hourIn, type Instant, minutesBetween } from '../../lib/time';

type Stretch = { from: number; to: number };

/**
 * The hours of one day in which anything can be booked: the slots of all event types, laid over each other. Times are hours of
 * the day in the zone; what goes on past midnight ends at 24.
 */
export function openTime(slots: { start: Instant; end: Instant }[], zone: string): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { start, end } of slots.toSorted((a, b) => a.start.localeCompare(b.start))) {
    const from = hourIn(start, zone);
    const to = Math.min(from + minutesBetween(start, end) / 60, 24);
    const last = stretches.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else stretches.push({ from, to });
  }
  return stretches;
}
