import { allZones, cityOf, countries, type Instant, offsetMinutes, zoneTitle } from './time';

export type ZoneChoice = { zone: string; city: string; title: string };

let names: Record<string, string> = {};

/** Fetches the other names of zones, once somebody is about to search; without them a search knows cities and countries. */
export async function learnNames(): Promise<void> {
  try {
    names = (await import('../../../core/src/zone_names.json')).default;
  } catch {
    // No connection: the next search tries again.
  }
}

/** Of those that fit alike, the ones that many ask for come first. */
function place(zone: string): number {
  const known = Object.keys(names);
  return known.includes(zone) ? known.indexOf(zone) : known.length;
}

/**
 * The zones whose city, country, abbreviation or common name holds all the words asked for, or that are as far from UTC as
 * asked for (“+05:30”). Whole names come first, then beginnings of names, then beginnings of words.
 */
export function findZones(query: string, at: Instant, limit = 6): ZoneChoice[] {
  const offset = offsetOf(query);
  const asked = fold(query);
  if (!asked && offset === null) return [];
  return [...new Set(allZones())]
    .map((zone) => ({ zone, city: cityOf(zone), ...fit(zone, asked, offset, at) }))
    .filter(({ rank }) => rank < NO_FIT)
    .sort((a, b) => a.rank - b.rank || place(a.zone) - place(b.zone) || a.city.localeCompare(b.city))
    .slice(0, limit)
    .map(({ zone, city, title }) => ({ zone, city, title }));
}

const NO_FIT = 9;

function fit(zone: string, asked: string, offset: number | null, at: Instant) {
  const title = zoneTitle(at, zone);
  if (offset !== null) return { title, rank: offsetMinutes(at, zone) === offset ? 0 : NO_FIT };
  const called = [cityOf(zone), ...(names[zone]?.split(', ') ?? []), ...countriesOf(zone)].map(fold);
  const text = ` ${[...called, fold(zone), fold(title)].join(' ')} `;
  const words = asked.split(' ');
  if (called.includes(asked)) return { title, rank: 0 };
  if (called.some((name) => name.startsWith(asked))) return { title, rank: 1 };
  if (words.every((word) => text.includes(` ${word}`))) return { title, rank: 2 };
  return { title, rank: words.every((word) => text.includes(word)) ? 3 : NO_FIT };
}

/** Minutes ahead of UTC for `UTC+5:45`, `+05:30`, `GMT−3`; `null` for what is no offset. */
function offsetOf(query: string): number | null {
  const [, sign, hours, minutes] = /^\s*(?:utc|gmt)?\s*([+−-])\s*(\d\d?)(?::?(\d\d))?\s*$/i.exec(query) ?? [];
  return sign ? (sign === '+' ? 1 : -1) * (Number(hours) * 60 + Number(minutes ?? 0)) : null;
}

let inCountries: Map<string, string[]> | undefined;

/** The countries that use a zone. */
function countriesOf(zone: string): string[] {
  inCountries ??= countries().reduce(
    (all, [name, zones]) => zones.reduce((map, each) => map.set(each, [...(map.get(each) ?? []), name]), all),
    new Map<string, string[]>(),
  );
  return inCountries.get(zone) ?? [];
}

/** Without accents, case and punctuation: “St. John’s” and “st johns” are one. */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/[\p{M}.'’]/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}
