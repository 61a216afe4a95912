import { dateIn, hourIn, minutesBetween, msOf, type PlainDate } from '../../lib/time';
import type { LinePart } from '../../look/line';
import type { Slot } from '../data';

/** The slots of each date on the visitor's clock. */
export function byDate(slots: Slot[], zone: string): Map<PlainDate, Slot[]> {
  const days = new Map<PlainDate, Slot[]>();
  for (const slot of slots) {
    const date = dateIn(slot.start, zone);
    days.set(date, [...(days.get(date) ?? []), slot]);
  }
  return days;
}

/** Stretches of time without a break, as slots one after the other make them. */
export function runs(slots: Slot[]): Slot[][] {
  const result: Slot[][] = [];
  for (const slot of slots) {
    const run = result.at(-1);
    const last = run?.at(-1);
    if (run && last && msOf(slot.start) <= msOf(last.end)) run.push(slot);
    else result.push([slot]);
  }
  return result;
}

/** The green parts of a day's line. */
export function openParts(slots: Slot[], zone: string): LinePart[] {
  return runs(slots).map((run) => {
    const from = hourIn(run[0]?.start ?? '', zone);
    const hours = minutesBetween(run[0]?.start ?? '', run.at(-1)?.end ?? '') / 60;
    return { from, to: Math.min(from + hours, 24), kind: 'o' };
  });
}

/** The hours at the ends of all lines of a month: from its earliest to its latest open hour. */
export function hoursOf(slots: Slot[], zone: string): { from: number; to: number } {
  const parts = slots.map(({ start, end }) => {
    const from = hourIn(start, zone);
    return [from, Math.min(from + minutesBetween(start, end) / 60, 24)] as const;
  });
  if (parts.length === 0) return { from: 8, to: 18 };
  return {
    from: Math.floor(Math.min(...parts.map(([from]) => from))),
    to: Math.ceil(Math.max(...parts.map(([, to]) => to))),
  };
}
