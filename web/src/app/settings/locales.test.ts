import { describe, expect, it } from 'vitest';
import { localeChoices } from './locales';

const names = (present: string) => localeChoices(present).map(({ name }) => name);

describe('the languages to choose from', () => {
  it('stand in the order of their names, each once', () => {
    const found = names('en-IN');
    expect(found).toContain('English (India)');
    expect(found).toContain('Nepali (Nepal)');
    expect(found).toEqual([...found].sort((a, b) => a.localeCompare(b)));
    expect(new Set(found).size).toBe(found.length);
  });

  it('have the present one among them, whatever it is', () => {
    expect(names('en-IN')).not.toContain('Welsh (United Kingdom)');
    expect(names('cy-GB')).toContain('Welsh (United Kingdom)');
    expect(localeChoices('not a locale')).toContainEqual({ locale: 'not a locale', name: 'not a locale' });
  });
});
