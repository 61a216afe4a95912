import { describe, expect, it } from 'vitest';
import { openTime } from './open-time';

const slot = (start: string, end: string) => ({
  start: `2027-03-03T${start}:00Z`,
  end: `2027-03-03T${end}:00Z`,
});

describe('the open time of a day', () => {
  it('joins what touches or overlaps, in whatever order it comes', () => {
    const slots = [
      slot('08:30', '09:15'),
      slot('06:30', '07:15'),
      slot('07:15', '08:00'),
      slot('06:45', '07:00'),
    ];
    expect(openTime(slots, 'Asia/Kolkata')).toEqual([
      { from: 12, to: 13.5 },
      { from: 14, to: 14.75 },
    ]);
  });

  it('ends with the day', () => {
    expect(openTime([slot('18:00', '19:30')], 'Asia/Kolkata')).toEqual([{ from: 23.5, to: 24 }]);
  });
});
