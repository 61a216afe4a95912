import { spanText } from '../../lib/time';

const PART = /^(\d{1,5})\s*(d|days?|h|hours?|m|min|minutes?)?$/;

/** "1 day, 2 h, 30 min" in minutes, a number alone being minutes; `null` where it can't be read. */
export function readReminders(text: string): number[] | null {
  const parts = text.split(/[,;]/).map((part) => part.trim().toLowerCase());
  const minutes = parts.filter(Boolean).map((part) => {
    const [, count, unit = 'm'] = PART.exec(part) ?? [];
    if (!count) return null;
    return Number(count) * (unit.startsWith('d') ? 1440 : unit.startsWith('h') ? 60 : 1);
  });
  return minutes.some((each) => each === null) ? null : (minutes as number[]);
}

/** The same as one edits it. */
export function editReminders(minutes: number[]): string {
  return minutes.map(part).join(', ');
}

function part(minutes: number): string {
  if (minutes > 0 && minutes % 1440 === 0) return `${minutes / 1440} d`;
  return minutes > 0 && minutes % 60 === 0 ? `${minutes / 60} h` : `${minutes} min`;
}

/** "1 day and 1 hour" for the reader. */
export function remindersText(minutes: number[], and: string): string {
  return minutes.map(spanText).join(` ${and} `);
}
