/**
 * The only file that touches `Date` and `Intl`. Instants are RFC 3339 strings in UTC (`2027-03-09T08:00:00Z`), dates
 * `YYYY-MM-DD`, months `YYYY-MM`, times of day `HH:MM`, zones IANA names; the machine's own zone is never used unasked.
 */
export type Instant = string;
export type PlainDate = string;
export type Month = string;
export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';
export type HourCycle = '24' | '12';

export const WEEKDAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const MINUTE = 60_000;
const DAY = 86_400_000;

/* How this reader writes times. The words are English until there is another catalogue, so a foreign locale lends only its clock. */

const reader = globalThis.navigator?.language ?? 'en-GB';
const style = { locale: reader.startsWith('en') ? reader : 'en-GB', hours: localeHours(reader) };

function localeHours(locale: string): HourCycle {
  const cycle = new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions().hourCycle;
  return cycle === 'h11' || cycle === 'h12' ? '12' : '24';
}

export function hourCycle(): HourCycle {
  return style.hours;
}

export function setReader(changes: Partial<{ locale: string; hours: HourCycle }>): void {
  Object.assign(style, changes);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function format(
  zone: string,
  options: Intl.DateTimeFormatOptions,
  locale = style.locale,
): Intl.DateTimeFormat {
  const key = locale + zone + JSON.stringify(options);
  let found = formats.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
    formats.set(key, found);
  }
  return found;
}

/* Instants */

let skew = 0;

/** Sets the clock by the server's, since the device's may be wrong. */
export function setNow(instant: Instant): void {
  skew = msOf(instant) - Date.now();
}

/** This moment in milliseconds since 1970. */
export function nowMs(): number {
  return Date.now() + skew;
}

export function msOf(instant: Instant): number {
  return Date.parse(instant);
}

/** Whether a text from outside is an instant as this client writes them. */
export function isInstant(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text) && !Number.isNaN(msOf(text));
}

export function instantOf(ms: number): Instant {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

export function addMinutes(instant: Instant, minutes: number): Instant {
  return instantOf(msOf(instant) + minutes * MINUTE);
}

export function minutesBetween(start: Instant, end: Instant): number {
  return (msOf(end) - msOf(start)) / MINUTE;
}

/* Zones */

const NEW_NAMES: Record<string, string> = {
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'America/Godthab': 'America/Nuuk',
  'Europe/Kiev': 'Europe/Kyiv',
};

/** The zone by its present name, since browsers still give some old ones. */
function present(zone: string): string {
  return NEW_NAMES[zone] ?? zone;
}

export function deviceZone(): string {
  return present(new Intl.DateTimeFormat().resolvedOptions().timeZone ?? 'UTC');
}

export function allZones(): string[] {
  return [...Intl.supportedValuesOf('timeZone').map(present), 'UTC'];
}

type Region = Intl.Locale & { timeZones?: string[]; getTimeZones?: () => string[] };

/** The countries by their English names with their zones, as far as the browser knows. */
export function countries(): [string, string[]][] {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .flatMap((code) => {
      const name = names.of(code);
      const region: Region = new Intl.Locale(`und-${code}`);
      return name ? [[name, (region.getTimeZones?.() ?? region.timeZones ?? []).map(present)]] : [];
    });
}

/** Whether it is a zone by its name; browsers take an offset such as “+05:30” for one, the server doesn't. */
export function isZone(zone: string): boolean {
  try {
    return /^[a-z]/i.test(zone) && Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}

/** "Kolkata" for `Asia/Kolkata`. */
export function cityOf(zone: string): string {
  return (present(zone).split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

/** "India Standard Time" for `Asia/Kolkata`. */
export function zoneTitle(instant: Instant, zone: string): string {
  return zoneName(instant, zone, 'longGeneric');
}

function zoneName(instant: Instant, zone: string, kind: 'longGeneric' | 'longOffset'): string {
  const parts = format(zone, { timeZoneName: kind }, 'en').formatToParts(msOf(instant));
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone;
}

/** How far the zone's clock is ahead of UTC at that instant, in minutes. */
export function offsetMinutes(instant: Instant, zone: string): number {
  const [, sign, hours, minutes] =
    /GMT(?:([+-])(\d\d):(\d\d))?/.exec(zoneName(instant, zone, 'longOffset')) ?? [];
  if (!sign) return 0;
  return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
}

/** "UTC+5:30", "UTC−3", "UTC". */
export function offsetName(instant: Instant, zone: string): string {
  const offset = offsetMinutes(instant, zone);
  const minutes = Math.abs(offset) % 60;
  const size = `${Math.floor(Math.abs(offset) / 60)}${minutes ? `:${String(minutes).padStart(2, '0')}` : ''}`;
  return offset === 0 ? 'UTC' : `UTC${offset < 0 ? '−' : '+'}${size}`;
}

/** The next change of the zone's clock within a year, or `null`. */
export function nextChange(instant: Instant, zone: string): { at: Instant; isForward: boolean } | null {
  const start = msOf(instant);
  const before = offsetMinutes(instant, zone);
  let low = start;
  let high = start;
  while (offsetMinutes(instantOf(high), zone) === before) {
    low = high;
    high += 7 * DAY;
    if (high > start + 366 * DAY) return null;
  }
  while (high - low > MINUTE) {
    const middle = low + Math.floor((high - low) / 2 / MINUTE) * MINUTE;
    if (offsetMinutes(instantOf(middle), zone) === before) low = middle;
    else high = middle;
  }
  const at = instantOf(Math.floor(high / MINUTE) * MINUTE);
  return { at, isForward: offsetMinutes(at, zone) > before };
}

/** Whether the zone's clock shows this reading twice (the hour that is repeated in autumn). */
export function isAmbiguous(instant: Instant, zone: string): boolean {
  const ms = msOf(instant);
  const offset = offsetMinutes(instant, zone);
  return [ms - DAY, ms + DAY].some((other) => {
    const there = offsetMinutes(instantOf(other), zone);
    const twin = instantOf(ms + (offset - there) * MINUTE);
    return there !== offset && offsetMinutes(twin, zone) === there;
  });
}

/* An instant on a zone's clock, and back */

function localMs(instant: Instant, zone: string): number {
  return msOf(instant) + offsetMinutes(instant, zone) * MINUTE;
}

/** The date of an instant in a zone. */
export function dateIn(instant: Instant, zone: string): PlainDate {
  return new Date(localMs(instant, zone)).toISOString().slice(0, 10);
}

/** The reading `HH:MM` of an instant in a zone. */
export function readingIn(instant: Instant, zone: string): string {
  return new Date(localMs(instant, zone)).toISOString().slice(11, 16);
}

/** The hour of the day with its fraction, as lines of time are drawn: 13.5 for half past one. */
export function hourIn(instant: Instant, zone: string): number {
  return (localMs(instant, zone) / 3_600_000) % 24;
}

/** The first instant at which the zone's clock reads this; a reading that a change skips is the end of the gap. */
export function toInstant(date: PlainDate, time: string, zone: string): Instant {
  const wanted = dateMs(date) + minutesOf(time) * MINUTE;
  const offsets = [wanted - DAY, wanted + DAY].map((ms) => offsetMinutes(instantOf(ms), zone));
  const candidates = offsets.map((offset) => wanted - offset * MINUTE).sort((a, b) => a - b);
  const exact = candidates.find((ms) => localMs(instantOf(ms), zone) === wanted);
  const [first = wanted] = candidates;
  return exact === undefined
    ? (nextChange(instantOf(first - DAY), zone)?.at ?? instantOf(first))
    : instantOf(exact);
}

/** Minutes since midnight of `HH:MM`; 1440 for `24:00`. */
export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

export function timeOfMinutes(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** Reads what people type for a time ("9", "9.30", "0930", "9:30 pm", "14h", "24:00") as `HH:MM`; `null` if it is none. */
export function parseTime(text: string): string | null {
  const match = /^\s*(\d{1,2}?)(?:[:.h ]?(\d{2})|\s?h)?\s*([ap])?\.?m?\.?\s*$/i.exec(text);
  if (!match) return null;
  const half = match[3]?.toLowerCase();
  const minutes = Number(match[2] ?? 0);
  const hours = half ? (Number(match[1]) % 12) + (half === 'p' ? 12 : 0) : Number(match[1]);
  const isTime = minutes < 60 && (hours < 24 || (hours === 24 && minutes === 0));
  return isTime ? timeOfMinutes(hours * 60 + minutes) : null;
}

/* Dates */

function dateMs(date: PlainDate): number {
  return Date.parse(`${date}T00:00:00Z`);
}

export function isDate(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(dateMs(text)) && addDays(text, 0) === text;
}

export function addDays(date: PlainDate, days: number): PlainDate {
  return new Date(dateMs(date) + days * DAY).toISOString().slice(0, 10);
}

export function daysBetween(from: PlainDate, to: PlainDate): number {
  return (dateMs(to) - dateMs(from)) / DAY;
}

export function monthOf(date: PlainDate): Month {
  return date.slice(0, 7);
}

export function addMonths(month: Month, months: number): Month {
  const [year = 0, index = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, index - 1 + months, 1)).toISOString().slice(0, 7);
}

export function firstOf(month: Month): PlainDate {
  return `${month}-01`;
}

export function lastOf(month: Month): PlainDate {
  return addDays(firstOf(addMonths(month, 1)), -1);
}

/** The same day some months on, or that month's last one. */
export function shiftMonths(date: PlainDate, months: number): PlainDate {
  const month = addMonths(monthOf(date), months);
  const wanted = `${month}-${date.slice(8)}`;
  return wanted > lastOf(month) ? lastOf(month) : wanted;
}

export function weekdayOf(date: PlainDate): Weekday {
  return WEEKDAYS[(new Date(dateMs(date)).getUTCDay() + 6) % 7] ?? 'mon';
}

/** The days of a week that begins on `start`, as the API writes it; Monday if that is no day. */
export function weekFrom(start: string): Weekday[] {
  const first = Math.max(WEEKDAYS.indexOf(start as Weekday), 0);
  return [...WEEKDAYS.slice(first), ...WEEKDAYS.slice(0, first)];
}

export function startOfWeek(date: PlainDate, start: string): PlainDate {
  return addDays(date, -weekFrom(start).indexOf(weekdayOf(date)));
}

/** The weeks of a month as rows of seven; days of the neighbouring months are `null`. */
export function weeksOf(month: Month, start: string): (PlainDate | null)[][] {
  const weeks: (PlainDate | null)[][] = [];
  for (let day = startOfWeek(firstOf(month), start); day <= lastOf(month); day = addDays(day, 7)) {
    weeks.push(
      Array.from({ length: 7 }, (_, index) => addDays(day, index)).map((date) =>
        monthOf(date) === month ? date : null,
      ),
    );
  }
  return weeks;
}

/* What people read */

const CLOCKS: Record<HourCycle, Intl.DateTimeFormatOptions> = {
  '24': { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  '12': { hour: 'numeric', minute: '2-digit', hour12: true },
};

/** "13:30" or "1:30 pm", with the offset where the clock shows this reading twice. */
export function timeText(instant: Instant, zone: string): string {
  // “10:15 AM” is one word to whoever reads it: no line ends within it.
  const time = format(zone, CLOCKS[style.hours]).format(msOf(instant)).replace(/\s/g, '\u00a0');
  return isAmbiguous(instant, zone) ? `${time} ${offsetName(instant, zone)}` : time;
}

export function rangeText(start: Instant, end: Instant, zone: string): string {
  return `${timeText(start, zone)} – ${timeText(end, zone)}`;
}

/** Whether two zones' clocks show the same date and time at both instants; zones a whole day apart don't. */
export function isSameClock(start: Instant, end: Instant, zone: string, other: string): boolean {
  return [start, end].every((at) => offsetMinutes(at, zone) === offsetMinutes(at, other));
}

/** A stretch on another zone's clock, with the day where that is another one there: "Wed 10 Mar, 19:00 – 19:45". */
export function rangeThere(start: Instant, end: Instant, zone: string, other: string): string {
  const range = rangeText(start, end, other);
  const date = dateIn(start, other);
  return date === dateIn(start, zone) ? range : `${dateText(date, 'short')}, ${range}`;
}

/** A time of day without a date: "09:00" or "9:00 am". */
export function clockText(time: string): string {
  if (time === '24:00' && style.hours === '24') return time;
  return format('UTC', CLOCKS[style.hours]).format(minutesOf(time) * MINUTE);
}

/** The hour at the end of a drawn line: "07", "7 am". */
export function hourText(hour: number): string {
  if (style.hours === '24') return String(hour).padStart(2, '0');
  return format('UTC', { hour: 'numeric', hour12: true }).format(hour * 60 * MINUTE);
}

const DATES = {
  long: { weekday: 'long', day: 'numeric', month: 'long' },
  medium: { weekday: 'short', day: 'numeric', month: 'long' },
  short: { weekday: 'short', day: 'numeric', month: 'short' },
  day: { day: 'numeric', month: 'short' },
  full: { day: 'numeric', month: 'long', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/**
 * "Tuesday 9 March" (long), "Tue 9 March" (medium), "Tue 9 Mar" (short), "9 Mar" (day), "9 March 2027" (full). A day of the week
 * in another year than this one says its year.
 */
export function dateText(date: PlainDate, size: keyof typeof DATES = 'medium'): string {
  const isOther = 'weekday' in DATES[size] && date.slice(0, 4) !== instantOf(nowMs()).slice(0, 4);
  return format('UTC', isOther ? { ...DATES[size], year: 'numeric' } : DATES[size]).format(dateMs(date));
}

/** "Tue 9 March, 09:00". */
export function momentText(instant: Instant, zone: string, size: keyof typeof DATES = 'medium'): string {
  return `${dateText(dateIn(instant, zone), size)}, ${timeText(instant, zone)}`;
}

export function monthText(month: Month): string {
  return format('UTC', { month: 'long', year: 'numeric' }).format(dateMs(firstOf(month)));
}

export function weekdayText(weekday: Weekday, size: 'long' | 'short' | 'narrow' = 'long'): string {
  return format('UTC', { weekday: size }).format(dateMs('2027-03-01') + WEEKDAYS.indexOf(weekday) * DAY);
}

/** A unit, its length, and the span from which it is the one to use: "in 90 minutes" says more than "in 2 hours". */
const SPANS = [
  ['day', DAY, DAY],
  ['hour', 60 * MINUTE, 120 * MINUTE],
  ['minute', MINUTE, 0],
] as const;

/** "in 40 minutes", "5 days ago". */
export function relativeText(instant: Instant, from: number): string {
  const span = msOf(instant) - from;
  const [unit, size] = SPANS.find(([, , least]) => Math.abs(span) >= least) ?? SPANS[2];
  return new Intl.RelativeTimeFormat(style.locale, { numeric: unit === 'day' ? 'auto' : 'always' }).format(
    Math.round(span / size),
    unit,
  );
}

/** "45 min", "1 h 30 min". */
export function durationText(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours < 2 || (rest > 0 && hours === 0)) return `${minutes} min`;
  return rest ? `${hours} h ${rest} min` : `${hours} h`;
}

/** "2 days", "1 day, 4 hours", "90 minutes": a stretch in whole words. */
export function spanText(minutes: number): string {
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  const parts: [number, string][] = [
    [days, 'day'],
    [hours, 'hour'],
    [minutes % 60, 'minute'],
  ];
  return parts
    .filter(([count]) => count > 0)
    .map(([count, unit]) =>
      new Intl.NumberFormat(style.locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count),
    )
    .join(', ');
}

/** Which form of a word goes with a number: "one", "other", … */
export function pluralForm(count: number): string {
  return new Intl.PluralRules('en').select(count);
}

/** "English (India)" for `en-IN`; what is no locale stands as it is. */
export function localeName(locale: string): string {
  try {
    const names = new Intl.DisplayNames('en', { type: 'language', languageDisplay: 'standard' });
    return names.of(locale) ?? locale;
  } catch {
    return locale;
  }
}

/** A number as the reader writes it. */
export function numberText(value: number): string {
  return new Intl.NumberFormat(style.locale).format(value);
}

/** `20270309T080000Z`, as calendar links want it. */
export function compactInstant(instant: Instant): string {
  return instant.replaceAll(/[-:]/g, '');
}
