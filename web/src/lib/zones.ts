import { allZones, cityOf, type Instant, zoneTitle } from './time';

export type ZoneChoice = { zone: string; city: string; title: string };

/** The zones whose city, region or common name holds all the words asked for; cities that begin so come first. */
export function findZones(query: string, at: Instant, limit = 6): ZoneChoice[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const found = allZones()
    .map((zone) => ({ zone, city: cityOf(zone), title: zoneTitle(at, zone) }))
    .filter(({ zone, title }) =>
      words.every((word) => fold(`${zone} ${title}`.replaceAll(/[_/]/g, ' ')).includes(word)),
    );
  const rank = ({ city }: ZoneChoice) => (fold(city).startsWith(words[0] ?? '') ? 0 : 1);
  return found.sort((a, b) => rank(a) - rank(b) || a.city.localeCompare(b.city)).slice(0, limit);
}

function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
