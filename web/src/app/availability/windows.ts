import { clockText, minutesOf, parseTime, timeOfMinutes } from '../../lib/time';
import type { Window } from '../api';
import { t } from '../text';

/** What is wrong with a day's windows, by place; `null` where all is right. */
export function checkWindows(windows: Window[]): (string | null)[] {
  return windows.map(({ start, end }, index) => {
    const from = parseTime(start);
    const to = parseTime(end);
    if (!from || from === '24:00') return t('window.no_time', { text: start });
    if (!to) return t('window.no_time', { text: end });
    if (minutesOf(to) <= minutesOf(from)) return t('window.turned', { start: from, end: to });
    const met = windows.slice(0, index).find((other) => overlap({ start: from, end: to }, other));
    return met
      ? t('window.overlap', {
          start: from,
          end: to,
          other: `${parseTime(met.start)} – ${parseTime(met.end)}`,
        })
      : null;
  });
}

function overlap(a: Window, b: Window): boolean {
  const [start, end] = [parseTime(b.start), parseTime(b.end)];
  return (
    start !== null &&
    end !== null &&
    minutesOf(a.start) < minutesOf(end) &&
    minutesOf(start) < minutesOf(a.end)
  );
}

/** The windows as the server wants them: `HH:MM`, in order. */
export function tidyWindows(windows: Window[]): Window[] {
  return windows
    .map(({ start, end }) => ({ start: parseTime(start) ?? start, end: parseTime(end) ?? end }))
    .sort((a, b) => a.start.localeCompare(b.start));
}

/** One more window after the last: an hour later, two hours long, within the day. */
export function nextWindow(windows: Window[]): Window {
  const last = windows.at(-1);
  const end = last ? minutesOf(parseTime(last.end) ?? '17:00') : 8 * 60;
  const start = Math.min(end + 60, 23 * 60);
  return { start: timeOfMinutes(start), end: timeOfMinutes(Math.min(start + (last ? 120 : 480), 24 * 60)) };
}

/** "09:00 – 12:00"; what is still being typed stands as it is. */
export function windowText({ start, end }: Window): string {
  return [start, end].map((typed) => clockOr(typed)).join(' – ');
}

function clockOr(typed: string): string {
  const time = parseTime(typed);
  return time ? clockText(time) : typed;
}

/** The hours of a day; a window that is still being typed counts for nothing. */
export function hoursIn(windows: Window[]): number {
  const minutes = windows.map(({ start, end }) => {
    const [from, to] = [parseTime(start), parseTime(end)];
    return from && to ? Math.max(minutesOf(to) - minutesOf(from), 0) : 0;
  });
  return minutes.reduce((sum, each) => sum + each, 0) / 60;
}

/** A time moved by a quarter of an hour, as the arrow keys do. */
export function nudge(time: string, minutes: number): string {
  const now = parseTime(time);
  return now ? timeOfMinutes(Math.min(Math.max(minutesOf(now) + minutes, 0), 24 * 60)) : time;
}
