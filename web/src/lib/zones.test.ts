import { beforeAll, describe, expect, it } from 'vitest';
import { findZones, learnNames } from './zones';

const AT = '2027-03-09T08:00:00Z';

beforeAll(learnNames);

describe('a zone', () => {
  it.each([
    ['India', 'Kolkata'],
    ['Mumbai', 'Kolkata'],
    ['new delhi', 'Kolkata'],
    ['Calcutta', 'Kolkata'],
    ['San Francisco', 'Los Angeles'],
    ['Washington', 'New York'],
    ['Beijing', 'Shanghai'],
    ['Munich', 'Berlin'],
    ['Barcelona', 'Madrid'],
    ['Osaka', 'Tokyo'],
    ['Kiev', 'Kyiv'],
    ['Pokhara', 'Kathmandu'],
    ['St. John’s', 'St Johns'],
    ['Germany', 'Berlin'],
    ['England', 'London'],
    ['UK', 'London'],
    ['USA', 'New York'],
    ['Brazil', 'Sao Paulo'],
    ['Vietnam', 'Ho Chi Minh'],
    ['Spain', 'Madrid'],
    ['Iceland', 'Reykjavik'],
    ['EST', 'New York'],
    ['PST', 'Los Angeles'],
    ['CET', 'Berlin'],
    ['UTC', 'UTC'],
    ['UTC+5:45', 'Kathmandu'],
    ['+05:30', 'Kolkata'],
    ['gmt-8', 'Los Angeles'],
    ['kathm', 'Kathmandu'],
    ['sao', 'Sao Paulo'],
    ['new york', 'New York'],
  ])('is found by “%s”', (query, city) => {
    expect(findZones(query, AT)[0]?.city).toBe(city);
  });

  it('of an abbreviation that several use is each of them', () => {
    expect(findZones('IST', AT).map(({ city }) => city)).toEqual(
      expect.arrayContaining(['Kolkata', 'Dublin']),
    );
  });

  it.each(['Atlantis', '+25:00', '!!'])('is not made up for “%s”', (query) => {
    expect(findZones(query, AT)).toEqual([]);
  });
});
