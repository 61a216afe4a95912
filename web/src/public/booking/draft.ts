import { keepValue, recallValue } from '../../lib/storage';
import { type Instant, minutesBetween } from '../../lib/time';
import type { EventType, NewBooking, Question } from '../data';
import { t } from '../text';

/** What the customer has typed; it outlives a change of the time. */
export type Draft = {
  name: string;
  email: string;
  notes: string;
  answers: Record<string, string>;
  guests: string[];
};

export const emptyDraft: Draft = { name: '', email: '', notes: '', answers: {}, guests: [] };

/** What was typed in this tab for this event type before a reload or a way back. */
export function recallDraft(path = location.pathname): Draft {
  return { ...emptyDraft, ...recallValue<Partial<Draft>>('session', `draft ${path}`) };
}

/** Keeps it until the tab is closed; `null` forgets it. */
export function keepDraft(draft: Draft | null, path = location.pathname): void {
  keepValue('session', `draft ${path}`, draft);
}

/** What stands in the form that the server wrote, before the script replaces it. */
export function draftOf(form: HTMLFormElement | null): Draft | null {
  if (!form) return null;
  const values = [...new FormData(form)].map(([name, value]) => [name, String(value)] as const);
  const one = (name: string) => values.find(([each]) => each === name)?.[1] ?? '';
  const answers = values.filter(([name]) => name.startsWith('answers.'));
  const draft = {
    name: one('name'),
    email: one('email'),
    notes: one('notes'),
    answers: Object.fromEntries(answers.map(([name, value]) => [name.slice('answers.'.length), value])),
    guests: values.filter(([name, value]) => name === 'guests' && value.trim()).map(([, value]) => value),
  };
  const isTyped = draft.name || draft.email || draft.notes || draft.guests.length > 0;
  return isTyped || answers.some(([, value]) => value) ? draft : null;
}

const FIELDS = ['name', 'email', 'notes'];

export type Errors = Record<string, string>;

/** What can be said without asking the server, by field. */
export function checkDraft(draft: Draft, questions: Question[]): Errors {
  const errors: Errors = {};
  if (!draft.name.trim()) errors.name = t('form.name_missing');
  const email = checkEmail(draft.email);
  if (email) errors.email = email;
  for (const question of questions) {
    if (question.required && !draft.answers[question.id]?.trim())
      errors[`answers.${question.id}`] = t('form.answer_missing');
  }
  draft.guests.forEach((guest, index) => {
    const problem = guest.trim() && checkEmail(guest);
    if (problem) errors[`guests.${index}`] = problem;
  });
  return errors;
}

export function checkEmail(value: string): string | null {
  const email = value.trim();
  if (!email) return t('form.email_missing');
  const [, host = ''] = /^[^@\s]+@([^@\s]+)$/.exec(email) ?? [];
  if (!host) return t('form.email_wrong', { email });
  return host.includes('.') && !host.endsWith('.') ? null : t('form.email_ending', { email });
}

/**
 * The server's names for fields, made those of this form: `answers[0].value` is the first answer given, `answers.topic` the one to
 * that question, `guests` as a whole the first guest.
 */
export function placeErrors(errors: Errors, given: NewBooking): Errors {
  const entries = Object.entries(errors).map(([field, message]) => {
    const [, list, index] = /^(answers|guests)[[.](\d+)/.exec(field) ?? [];
    if (field.startsWith('answers.') && !list) return [field, message];
    if (list === 'answers') return [`answers.${given.answers?.[Number(index)]?.question_id}`, message];
    return [list || field === 'guests' ? `guests.${index ?? 0}` : field, message];
  });
  return Object.fromEntries(entries);
}

/** What is wrong with that for which the form has no field, to be said over all of it; `null` if nothing is. */
export function unplaced(
  errors: Errors,
  { questions, max_guests }: Pick<EventType, 'questions' | 'max_guests'>,
  { guests }: Draft,
): string | null {
  const fields = new Set([
    ...FIELDS,
    ...questions.map(({ id }) => `answers.${id}`),
    ...(max_guests > 0 ? guests.map((_, index) => `guests.${index}`) : []),
  ]);
  const left = Object.entries(errors).filter(([field]) => !fields.has(field));
  return left.map(([field, message]) => `${field}: ${message}`).join(' ') || null;
}

type Target = { handle: string; eventType: EventType; start: Instant; end: Instant; zone: string };

export function toBooking(draft: Draft, { handle, eventType, start, end, zone }: Target): NewBooking {
  const notes = draft.notes.trim();
  return {
    handle,
    slug: eventType.slug,
    start,
    name: draft.name.trim(),
    email: draft.email.trim(),
    time_zone: zone,
    duration_minutes: minutesBetween(start, end),
    ...(notes ? { notes } : {}),
    answers: eventType.questions
      .filter(({ id }) => draft.answers[id]?.trim())
      .map(({ id }) => ({ question_id: id, value: draft.answers[id]?.trim() ?? '' })),
    // A host who lets nobody come along any more leaves no field to empty.
    guests: eventType.max_guests > 0 ? draft.guests.map((guest) => guest.trim()).filter(Boolean) : [],
    ...(eventType.price ? { price: eventType.price } : {}),
  };
}
