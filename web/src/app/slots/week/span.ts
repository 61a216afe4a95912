import { addDays, minutesOf, parseTime, timeOfMinutes, toInstant } from '../../../lib/time';

/** A stretch of one date that is being chosen: minutes of its clock. `anchor` is where it began, `cursor` where it ends now. */
export type Span = { date: string; anchor: number; cursor: number };

/** The grid's step, and what a single press chooses. */
export const STEP = 15;
const USUAL = 60;
const DAY = 24 * 60;

export const at = (date: string, minute: number): Span => ({ date, anchor: minute, cursor: minute });

/** First and last minute, the end not included. */
export function bounds({ anchor, cursor }: Span): { from: number; to: number } {
  return { from: Math.min(anchor, cursor), to: Math.max(anchor, cursor) + STEP };
}

export function holds(span: Span | null, date: string, minute: number): boolean {
  if (!span || span.date !== date) return false;
  const { from, to } = bounds(span);
  return minute >= from && minute < to;
}

/** What was chosen, as the form's first values: readings of the host's clock. */
export type Chosen = { date: string; from: string; until: string };

/** A press alone is an hour. */
export function chosen(span: Span): Chosen {
  const { from, to } = bounds(span);
  const end = span.anchor === span.cursor ? Math.min(from + USUAL, DAY) : to;
  return { date: span.date, from: timeOfMinutes(from), until: timeOfMinutes(end) };
}

/** Where a key leads the cursor; `null` if it is none of the grid's. */
export function keyTarget(
  span: Span,
  key: string,
  isExtending: boolean,
  isRtl: boolean,
  hours: { from: number; to: number },
): Span | null {
  const first = hours.from * 60;
  const last = hours.to * 60 - STEP;
  const onward = isRtl ? -1 : 1;
  const vertical = (minute: number): Span => {
    const cursor = Math.min(Math.max(minute, first), last);
    return isExtending ? { ...span, cursor } : at(span.date, cursor);
  };
  const sideways = (days: number) => at(addDays(span.date, days), span.cursor);
  switch (key) {
    case 'ArrowUp':
      return vertical(span.cursor - STEP);
    case 'ArrowDown':
      return vertical(span.cursor + STEP);
    case 'Home':
      return vertical(first);
    case 'End':
      return vertical(last);
    case 'ArrowLeft':
      return isExtending ? span : sideways(-onward);
    case 'ArrowRight':
      return isExtending ? span : sideways(onward);
    case 'PageUp':
      return sideways(-7);
    case 'PageDown':
      return sideways(7);
    default:
      return null;
  }
}

/** How many slots of a length lie one after the other between two readings; at least one. */
export function slotsBetween(from: string, until: string, minutes: number): number {
  const [start, end] = [parseTime(from), parseTime(until)];
  if (!start || !end) return 1;
  return Math.min(Math.max(Math.floor((minutesOf(end) - minutesOf(start)) / minutes), 1), 24);
}

/** The instant of a reading, `24:00` being the next midnight. */
export function instantAt(date: string, time: string, zone: string): string {
  return time === '24:00' ? toInstant(addDays(date, 1), '00:00', zone) : toInstant(date, time, zone);
}
