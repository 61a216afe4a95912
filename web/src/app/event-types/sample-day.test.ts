import { describe, expect, it } from 'vitest';
import { schedule } from '../../../tests/host-fixtures.mjs';
import { sampleDay } from './sample-day';

const starts = (rhythm: { length: number; interval: number | null }) =>
  sampleDay(schedule, '2027-03-03', { ...rhythm, seats: 1 }).slots.map(({ start }) => start.slice(11, 16));

describe('the day that the preview shows', () => {
  it('is the next one with hours, and an override counts', () => {
    expect(sampleDay(schedule, '2027-03-05', { length: 60, interval: null, seats: 1 }).date).toBe(
      '2027-03-08',
    );
    expect(sampleDay(schedule, '2027-03-12', { length: 60, interval: null, seats: 1 }).date).toBe(
      '2027-03-13',
    );
  });

  it('holds the slots of its windows, at the event type’s rhythm', () => {
    expect(starts({ length: 120, interval: null })).toEqual(['06:30', '08:30', '11:30']);
    expect(starts({ length: 180, interval: 30 })).toEqual(['06:30', '07:00', '07:30', '11:30']);
  });

  it('holds nothing that is longer than the hours', () => {
    expect(starts({ length: 600, interval: null })).toEqual([]);
  });
});
