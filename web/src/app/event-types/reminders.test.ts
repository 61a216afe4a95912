import { describe, expect, it } from 'vitest';
import { unitOf } from './duration-input';
import { editReminders, readReminders } from './reminders';

describe('reminders', () => {
  it.each([
    ['1 day, 2 h, 30 min', [1440, 120, 30]],
    ['1440, 60', [1440, 60]],
    ['2 Days; 90m', [2880, 90]],
    ['', []],
  ])('reads “%s”', (text, minutes) => expect(readReminders(text)).toEqual(minutes));

  it.each(['soon', '1 week', '-5', '1.5 h'])('can’t read “%s”', (text) =>
    expect(readReminders(text)).toBeNull(),
  );

  it('are edited as they were read', () => {
    expect(editReminders([1440, 120, 90, 0])).toBe('1 d, 2 h, 90 min, 0 min');
    expect(readReminders('1 d, 2 h, 90 min, 0 min')).toEqual([1440, 120, 90, 0]);
  });
});

describe('a stretch', () => {
  it.each([
    [0, 60],
    [45, 1],
    [90, 1],
    [240, 60],
    [2880, 1440],
  ])('of %i minutes is written in units of %i', (minutes, unit) => expect(unitOf(minutes)).toBe(unit));
});
