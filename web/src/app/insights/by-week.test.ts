import { describe, expect, it } from 'vitest';
import { roundUp, stretches } from './by-week';

const day = (date: string, offered: number, booked: number, missed = 0, cancelled = 0) => ({
  date,
  offered_slots: offered,
  offered_minutes: offered * 45,
  booked_slots: booked,
  booked_minutes: booked * 45,
  bookings: booked,
  cancelled,
  no_shows: missed,
});

describe('the chart’s stretches', () => {
  it('are days while there are few, and missed meetings stand apart', () => {
    expect(stretches([day('2027-03-03', 6, 3, 1, 2)], 'mon')).toEqual([
      { from: '2027-03-03', to: '2027-03-03', booked: 2, open: 3, cancelled: 2, missed: 1 },
    ]);
  });

  it('are the host’s weeks where there are many days', () => {
    const days = Array.from({ length: 60 }, (_, index) =>
      day(
        `2027-0${index < 28 ? 2 : index < 59 ? 3 : 4}-${String(((index < 28 ? index : index < 59 ? index - 28 : 0) % 31) + 1).padStart(2, '0')}`,
        2,
        1,
      ),
    );
    const weeks = stretches(days, 'mon');
    expect(weeks).toHaveLength(9);
    expect(weeks[0]).toEqual({
      from: '2027-02-01',
      to: '2027-02-07',
      booked: 7,
      open: 7,
      cancelled: 0,
      missed: 0,
    });
    expect(weeks.at(-1)).toMatchObject({ from: '2027-03-29', to: '2027-04-01', booked: 4 });
    expect(stretches(days, 'sun')[0]).toMatchObject({ from: '2027-02-01', to: '2027-02-06' });
  });

  it('end their scale at a round number', () => {
    expect([1, 5, 7, 13, 42, 180].map(roundUp)).toEqual([4, 5, 10, 20, 50, 200]);
  });
});
