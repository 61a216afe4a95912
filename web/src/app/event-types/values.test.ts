import { describe, expect, it } from 'vitest';
import { eventTypes } from '../../../tests/host-fixtures.mjs';
import type { EventType } from '../api';
import { eventTypeSchema } from './schema';
import { freshValues, slugOf, toBody, toValues } from './values';

const review = eventTypes[1] as EventType;

describe('an event type in its form', () => {
  it('comes back as it was, without what the server alone decides', () => {
    const { id, archived, url, ...own } = review;
    const body = toBody(toValues(review));
    expect(body).toEqual({
      ...own,
      questions: own.questions.map((question) => ({ ...question, choices: [] })),
    });
  });

  it('is refused without a title, with a price that is none, with a fraction of a minute', () => {
    const refused = (changes: object) => {
      const result = eventTypeSchema.safeParse({
        ...freshValues('s'),
        title: 'Intro',
        slug: 'intro',
        ...changes,
      });
      return result.error?.issues.map(({ path }) => path.join('.'));
    };
    expect(refused({})).toBeUndefined();
    expect(refused({ title: ' ' })).toEqual(['title']);
    expect(refused({ price: 'much' })).toEqual(['price']);
    expect(refused({ duration_minutes: 30.5 })).toEqual(['duration_minutes']);
    expect(refused({ slug: 'Two Words' })).toEqual(['slug']);
  });

  it('finds an address in a title', () => {
    expect(slugOf('  Café & crème, 30 min!')).toBe('cafe-creme-30-min');
  });
});
