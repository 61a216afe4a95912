import { describe, expect, it } from 'vitest';
import type { NewBooking, Question } from '../data';
import { draftOf, emptyDraft, keepDraft, placeErrors, recallDraft, unplaced } from './draft';

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

  it('stands at the first guest if it is about all of them', () => {
    expect(placeErrors({ guests: 'Has 3 addresses' }, given)).toEqual({ 'guests.0': 'Has 3 addresses' });
  });

  it('is said over the form where no field shows it', () => {
    const asked = {
      questions: [{ id: 'topic', kind: 'text', label: 'Topic', required: true }] satisfies Question[],
      max_guests: 0,
    };
    const draft = { ...emptyDraft, guests: ['rosa@example.com'] };
    expect(unplaced({ 'answers.topic': 'Too short.', email: 'Lacks an ending.' }, asked, draft)).toBeNull();
    expect(unplaced({ time_zone: 'Is no known time zone.' }, asked, draft)).toBe(
      'time_zone: Is no known time zone.',
    );
    expect(unplaced({ 'answers.new': 'This is needed.' }, asked, draft)).toBe('answers.new: This is needed.');
    expect(unplaced({ 'guests.0': 'None fit.' }, asked, draft)).toBe('guests.0: None fit.');
  });
});

describe('what was typed', () => {
  it('outlives a reload of its page, and no other page sees it', () => {
    const draft = { ...emptyDraft, name: 'Grace', answers: { topic: 'Forms' } };
    keepDraft(draft, '/ada/intro');
    expect(recallDraft('/ada/intro')).toEqual(draft);
    expect(recallDraft('/ada/other')).toEqual(emptyDraft);
    keepDraft(null, '/ada/intro');
    expect(recallDraft('/ada/intro')).toEqual(emptyDraft);
  });

  it('is forgotten where what was kept can not be read', () => {
    sessionStorage.setItem('timeslot-draft /ada/intro', '{');
    expect(recallDraft('/ada/intro')).toEqual(emptyDraft);
  });

  it('is read from the form that the server wrote', () => {
    document.body.innerHTML = `<form><input name="seen" value="3"><input name="name" value="Grace"><input name="email">
      <textarea name="answers.topic">Forms</textarea><input name="guests" value="rosa@example.com"><input name="guests"></form>`;
    expect(draftOf(document.querySelector('form'))).toEqual({
      name: 'Grace',
      email: '',
      notes: '',
      answers: { topic: 'Forms' },
      guests: ['rosa@example.com'],
    });
    document.body.innerHTML = '<form><input name="seen" value="3"><input name="name"></form>';
    expect(draftOf(document.querySelector('form'))).toBeNull();
  });

  it('is refused at its question, by whichever name the server calls it', () => {
    expect(placeErrors({ 'answers.topic': 'Too short' }, given)).toEqual({ 'answers.topic': 'Too short' });
    expect(placeErrors({ 'answers[0].value': 'Too short' }, given)).toEqual({ 'answers.topic': 'Too short' });
  });
});
