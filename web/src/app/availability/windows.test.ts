import { describe, expect, it } from 'vitest';
import { checkWindows, hoursIn, nextWindow, nudge, tidyWindows, windowText } from './windows';

const w = (start: string, end: string) => ({ start, end });

describe('the windows of a day', () => {
  it('say what is wrong with them, each at its place', () => {
    expect(checkWindows([w('09:00', '12:00'), w('13:00', '24:00')])).toEqual([null, null]);
    expect(checkWindows([w('nine', '12:00')])).toEqual(['“nine” is no time; write it as 9:00']);
    expect(checkWindows([w('12:00', '09:00')])).toEqual(['09:00 is not after 12:00.']);
    expect(checkWindows([w('09:00', '12:00'), w('11:00', '13:00')])).toEqual([
      null,
      '11:00 – 13:00 overlaps 09:00 – 12:00. Make them one window, or let one begin where the other ends.',
    ]);
  });

  it('are said and counted even while one is being typed', () => {
    expect(windowText(w('9 am', '2pm'))).toBe('09:00 – 14:00');
    expect(windowText(w('x', '14h'))).toBe('x – 14:00');
    expect(windowText(w('', '17:00'))).toBe(' – 17:00');
    expect(hoursIn([w('x', '12:00'), w('9 am', '14h')])).toBe(5);
  });

  it('may touch', () => {
    expect(checkWindows([w('09:00', '12:00'), w('12:00', '13:00')])).toEqual([null, null]);
  });

  it('are sent in order, whatever was typed', () => {
    expect(tidyWindows([w('1 pm', '5pm'), w('9', '12')])).toEqual([w('09:00', '12:00'), w('13:00', '17:00')]);
  });

  it('grow by one after the last', () => {
    expect(nextWindow([])).toEqual(w('09:00', '17:00'));
    expect(nextWindow([w('09:00', '12:00')])).toEqual(w('13:00', '15:00'));
    expect(nextWindow([w('09:00', '23:30')])).toEqual(w('23:00', '24:00'));
  });

  it('add up to hours, and move by quarters', () => {
    expect(hoursIn([w('09:00', '12:30'), w('13:00', '14:00')])).toBe(4.5);
    expect(nudge('09:00', 15)).toBe('09:15');
    expect(nudge('00:00', -15)).toBe('00:00');
  });
});
