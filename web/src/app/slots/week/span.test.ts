import { describe, expect, it } from 'vitest';
import { at, bounds, chosen, holds, keyTarget, slotsBetween } from './span';

const SATURDAY = '2027-03-06';
const HOURS = { from: 8, to: 20 };
const press = (keys: string, start = at(SATURDAY, 13 * 60)) =>
  keys.split(' ').reduce((span, key) => {
    const isExtending = key.startsWith('Shift+');
    return keyTarget(span, key.replace('Shift+', ''), isExtending, false, HOURS) ?? span;
  }, start);

describe('choosing a stretch of the week', () => {
  it('goes by quarters of an hour and by days', () => {
    expect(press('ArrowDown ArrowDown ArrowLeft')).toEqual(at('2027-03-05', 13 * 60 + 30));
    expect(press('PageDown')).toEqual(at('2027-03-13', 13 * 60));
    expect(press('ArrowDown Shift+ArrowRight').date).toBe(SATURDAY);
  });

  it('grows with Shift from where it began, in both directions', () => {
    expect(bounds(press('Shift+ArrowDown Shift+ArrowDown'))).toEqual({ from: 780, to: 825 });
    expect(bounds(press('Shift+ArrowUp'))).toEqual({ from: 765, to: 795 });
    expect(holds(press('Shift+ArrowDown'), SATURDAY, 795)).toBe(true);
    expect(holds(press('Shift+ArrowDown'), SATURDAY, 810)).toBe(false);
  });

  it('stays within the hours shown', () => {
    expect(press('Home ArrowUp')).toEqual(at(SATURDAY, 480));
    expect(press('End ArrowDown')).toEqual(at(SATURDAY, 20 * 60 - 15));
  });

  it('turns with the reading direction', () => {
    expect(keyTarget(at(SATURDAY, 600), 'ArrowLeft', false, true, HOURS)).toEqual(at('2027-03-07', 600));
  });

  it('is an hour if only one place was pressed, and never leaves its date', () => {
    expect(chosen(at(SATURDAY, 780))).toEqual({ date: SATURDAY, from: '13:00', until: '14:00' });
    expect(chosen(at(SATURDAY, 1425))).toEqual({ date: SATURDAY, from: '23:45', until: '24:00' });
  });

  it('holds as many slots as fit, and at least one', () => {
    expect(slotsBetween('13:00', '15:00', 45)).toBe(2);
    expect(slotsBetween('13:00', '13:15', 45)).toBe(1);
  });
});
