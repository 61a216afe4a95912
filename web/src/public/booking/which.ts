import { type Instant, isDate, isInstant, type Month, monthOf, type PlainDate } from '../../lib/time';

/** The date that the address names, unless it is past. */
export function dateAsked(today: PlainDate): PlainDate | null {
  const asked = new URLSearchParams(location.search).get('date');
  return asked && isDate(asked) && asked >= today ? asked : null;
}

/** The start that the address names, if it is one. */
export function slotAsked(): Instant | null {
  const asked = new URLSearchParams(location.search).get('slot');
  return asked && isInstant(asked) ? asked : null;
}

/** The month that the address names, else that of its date, else this one. */
export function monthIn(today: PlainDate): Month {
  const asked = new URLSearchParams(location.search).get('month');
  const isMonth = asked !== null && isDate(`${asked}-01`) && asked >= monthOf(today);
  return isMonth ? asked : monthOf(dateAsked(today) ?? today);
}
