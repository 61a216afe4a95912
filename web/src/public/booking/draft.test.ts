import { describe, expect, it } from 'vitest';
import type { NewBooking } from '../data';
import { placeErrors } from './draft';

const given: NewBooking = {
  handle: 'ada',
  slug: 'design-review',
  start: '2027-03-09T08:00:00Z',
  name: 'Grace',
  email: 'grace@example.com',
  time_zone: 'Europe/Berlin',
  answers: [{ question_id: 'topic', value: 'All of it' }],
};

describe('what the server refuses', () => {
  it('stands at the field that shows it', () => {
    const errors = { email: 'Lacks an ending', 'answers[0].value': 'Is too long', 'guests[1]': 'Lacks an @' };
    expect(placeErrors(errors, given)).toEqual({
      email: 'Lacks an ending',
      'answers.topic': 'Is too long',
      'guests.1': 'Lacks an @',
    });
  });

  it('stands over the form where no field shows it, and at the first guest if it is about all of them', () => {
    const errors = { guests: 'Has 3 addresses', time_zone: 'Is no known time zone' };
    expect(placeErrors(errors, given)).toEqual({
      'guests.0': 'Has 3 addresses',
      form: 'time_zone: Is no known time zone',
    });
  });
});
