import { beforeEach, describe, expect, it } from 'vitest';
import {
  addMonths,
  cityOf,
  clockText,
  dateIn,
  dateText,
  hourIn,
  isAmbiguous,
  isDate,
  isSameClock,
  msOf,
  nextChange,
  offsetName,
  parseTime,
  rangeText,
  rangeThere,
  readingIn,
  relativeText,
  setReader,
  shiftMonths,
  timeText,
  toInstant,
  weekdayOf,
  weeksOf,
} from './time';

beforeEach(() => setReader({ locale: 'en-GB', hours: '24' }));

describe('an instant on a clock', () => {
  it.each([
    ['2027-03-09T08:00:00Z', 'Europe/Berlin', '2027-03-09', '09:00', 'UTC+1'],
    ['2027-03-09T08:00:00Z', 'Asia/Kolkata', '2027-03-09', '13:30', 'UTC+5:30'],
    ['2027-03-09T08:00:00Z', 'Asia/Kathmandu', '2027-03-09', '13:45', 'UTC+5:45'],
    ['2027-03-09T08:00:00Z', 'America/St_Johns', '2027-03-09', '04:30', 'UTC−3:30'],
    ['2027-03-09T20:00:00Z', 'Pacific/Auckland', '2027-03-10', '09:00', 'UTC+13'],
    ['2027-03-09T08:00:00Z', 'UTC', '2027-03-09', '08:00', 'UTC'],
  ])('%s in %s', (instant, zone, date, reading, offset) => {
    expect(dateIn(instant, zone)).toBe(date);
    expect(readingIn(instant, zone)).toBe(reading);
    expect(offsetName(instant, zone)).toBe(offset);
    expect(toInstant(date, reading, zone)).toBe(instant);
  });

  it('is drawn by the hour with its fraction', () => {
    expect(hourIn('2027-03-09T08:00:00Z', 'Asia/Kolkata')).toBe(13.5);
  });
});

describe('a change of the clock', () => {
  it('makes a reading that is skipped the end of the gap', () => {
    expect(toInstant('2027-03-28', '02:30', 'Europe/Berlin')).toBe('2027-03-28T01:00:00Z');
    expect(toInstant('2027-03-14', '02:15', 'America/New_York')).toBe('2027-03-14T07:00:00Z');
  });

  it('takes the earlier of two equal readings', () => {
    expect(toInstant('2027-10-31', '02:30', 'Europe/Berlin')).toBe('2027-10-31T00:30:00Z');
  });

  it('names the offset of a reading that occurs twice', () => {
    expect(timeText('2027-10-31T00:30:00Z', 'Europe/Berlin')).toBe('02:30 UTC+2');
    expect(timeText('2027-10-31T01:30:00Z', 'Europe/Berlin')).toBe('02:30 UTC+1');
    expect(timeText('2027-10-31T02:30:00Z', 'Europe/Berlin')).toBe('03:30');
    expect(isAmbiguous('2027-04-03T14:45:00Z', 'Australia/Lord_Howe')).toBe(true);
    expect(isAmbiguous('2027-04-03T15:30:00Z', 'Australia/Lord_Howe')).toBe(false);
  });

  it('is found ahead of time', () => {
    expect(nextChange('2027-03-03T08:27:00Z', 'Europe/Berlin')).toEqual({
      at: '2027-03-28T01:00:00Z',
      isForward: true,
    });
    expect(nextChange('2027-07-03T08:27:00Z', 'Europe/Berlin')).toEqual({
      at: '2027-10-31T01:00:00Z',
      isForward: false,
    });
    expect(nextChange('2027-03-03T08:27:00Z', 'Asia/Kolkata')).toBeNull();
  });
});

describe('dates', () => {
  it('fall into weeks', () => {
    expect(weekdayOf('2027-03-09')).toBe('tue');
    const weeks = weeksOf('2027-03', 'mon');
    expect(weeks).toHaveLength(5);
    expect(weeks[0]).toEqual([
      '2027-03-01',
      '2027-03-02',
      '2027-03-03',
      '2027-03-04',
      '2027-03-05',
      '2027-03-06',
      '2027-03-07',
    ]);
    expect(weeksOf('2027-05', 'mon')).toHaveLength(6);
    expect(weeksOf('2027-03', 'sun')[0]?.[0]).toBeNull();
  });

  it('move by months without leaving them', () => {
    expect(addMonths('2026-12', 1)).toBe('2027-01');
    expect(shiftMonths('2027-03-31', -1)).toBe('2027-02-28');
  });

  it('are told from what is none', () => {
    expect(isDate('2027-02-28')).toBe(true);
    expect(isDate('2027-02-30')).toBe(false);
    expect(isDate('tomorrow')).toBe(false);
  });
});

describe('what people read', () => {
  it('follows the clock of the reader', () => {
    expect(rangeText('2027-03-09T08:00:00Z', '2027-03-09T08:45:00Z', 'Asia/Kolkata')).toBe('13:30 – 14:15');
    setReader({ hours: '12' });
    expect(timeText('2027-03-09T08:00:00Z', 'Asia/Kolkata')).toMatch(/^1:30\s?pm$/i);
    expect(clockText('09:00')).toMatch(/^9:00\s?am$/i);
  });

  it('names days and cities', () => {
    expect(dateText('2027-03-09', 'long')).toBe('Tuesday 9 March');
    expect(dateText('2027-03-09', 'short')).toBe('Tue 9 Mar');
    expect(dateText('2028-03-09')).toBe('Thu, 9 March 2028');
    expect(cityOf('Asia/Calcutta')).toBe('Kolkata');
    expect(cityOf('America/Argentina/Buenos_Aires')).toBe('Buenos Aires');
  });

  it('says how far off something is', () => {
    expect(relativeText('2027-03-03T09:07:00Z', msOf('2027-03-03T08:27:00Z'))).toBe('in 40 minutes');
    expect(relativeText('2027-03-08T08:27:00Z', msOf('2027-03-03T08:27:00Z'))).toBe('in 5 days');
  });
});

describe('what people type for a time', () => {
  it.each([
    ['9', '09:00'],
    ['9:30', '09:30'],
    ['0930', '09:30'],
    ['930', '09:30'],
    ['9.30 pm', '21:30'],
    ['12 am', '00:00'],
    ['9 am', '09:00'],
    ['2pm', '14:00'],
    ['14h', '14:00'],
    ['14h30', '14:30'],
    ['24:00', '24:00'],
    ['25:00', null],
    ['9:75', null],
    ['noon', null],
  ])('%s', (text, time) => expect(parseTime(text)).toBe(time));
});

describe('the other party’s clock', () => {
  const range = ['2027-03-09T21:30:00Z', '2027-03-09T22:15:00Z'] as const;

  it('says the day where it is another one there', () => {
    expect(rangeThere(...range, 'Europe/Berlin', 'Asia/Kolkata')).toBe('Wed 10 Mar, 03:00 – 03:45');
    expect(rangeThere(...range, 'Europe/Berlin', 'Africa/Lagos')).toBe('22:30 – 23:15');
  });

  it('is another one where it is a whole day ahead', () => {
    expect(isSameClock(...range, 'Pacific/Pago_Pago', 'Pacific/Tongatapu')).toBe(false);
    expect(isSameClock(...range, 'Europe/Berlin', 'Africa/Lagos')).toBe(true);
  });
});
