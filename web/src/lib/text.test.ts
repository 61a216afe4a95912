import { describe, expect, it } from 'vitest';
import { translator } from './text';

const t = translator({
  moved: 'Moved to {when}. A letter is on its way.',
  until: 'Possible until {when}.',
  slots_one: '{count} slot',
  slots_other: '{count} slots',
});

describe('a text', () => {
  it('takes its values, and its form from the count', () => {
    expect(t('until', { when: '09:00' })).toBe('Possible until 09:00.');
    expect(t('slots', { count: 1 })).toBe('1 slot');
    expect(t('slots', { count: 0 })).toBe('0 slots');
  });

  it('has one full stop where a value brings its own', () => {
    expect(t('until', { when: '9:00 a.m.' })).toBe('Possible until 9:00 a.m.');
    expect(t('moved', { when: '9:00 a.m.' })).toBe('Moved to 9:00 a.m. A letter is on its way.');
  });
});
