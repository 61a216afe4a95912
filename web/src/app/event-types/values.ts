import { editMoney, parseMoney } from '../../lib/money';
import type { EventType, EventTypeBody } from '../api';
import { editReminders, readReminders } from './reminders';
import type { EventTypeValues } from './schema';

type LocationKind = EventTypeValues['location']['kind'];
type QuestionKind = EventTypeValues['questions'][number]['kind'];

/** What a new event type starts with; each has to be named, timed and saved. */
export function freshValues(scheduleId: string): EventTypeValues {
  return {
    title: '',
    slug: '',
    description: '',
    location: { kind: 'link', value: '' },
    duration_minutes: 30,
    slot_interval_minutes: null,
    buffer_before_minutes: 0,
    buffer_after_minutes: 0,
    minimum_notice_minutes: 240,
    horizon_days: 60,
    range_from: '',
    range_to: '',
    max_per_day: null,
    max_per_week: null,
    seats: 1,
    price: '',
    currency: 'EUR',
    requires_approval: false,
    approval_expires_hours: 24,
    cancel_cutoff_minutes: 0,
    reschedule_cutoff_minutes: 0,
    max_guests: 0,
    schedule_id: scheduleId,
    questions: [],
    reminders: editReminders([1440, 60]),
    refund_ladder: [],
    is_listed: true,
    active: true,
  };
}

export function toValues(eventType: EventType): EventTypeValues {
  const {
    price,
    date_range: range,
    questions,
    reminders_minutes: reminders,
    visibility,
    location,
    ...same
  } = eventType;
  return {
    ...freshValues(eventType.schedule_id),
    ...same,
    // The API writes kinds as text; it knows the same ones as the form.
    location: { kind: location.kind as LocationKind, value: location.value ?? '' },
    price: price ? editMoney(price) : '',
    currency: price?.currency ?? 'EUR',
    range_from: range?.from ?? '',
    range_to: range?.to ?? '',
    questions: questions.map(({ id, kind, label, required = false, choices = [] }) => ({
      id,
      kind: kind as QuestionKind,
      label,
      required,
      choices: choices.join('\n'),
    })),
    reminders: editReminders(reminders),
    is_listed: visibility === 'listed',
  };
}

export function toBody(values: EventTypeValues): EventTypeBody {
  const {
    price,
    currency,
    range_from: from,
    range_to: to,
    questions,
    reminders,
    is_listed: isListed,
    location,
    ...same
  } = values;
  return {
    ...pick(same),
    location: { kind: location.kind, value: location.value.trim() },
    price: parseMoney(price, currency.toUpperCase()),
    date_range: from && to ? { from, to } : null,
    questions: questions.map(({ choices, ...question }) => ({
      ...question,
      choices: question.kind === 'choice' ? lines(choices) : [],
    })),
    reminders_minutes: readReminders(reminders) ?? [],
    visibility: isListed ? 'listed' : 'unlisted',
  };
}

/** Only the fields of the form: the object it was made from has more, which a request must not carry. */
function pick(
  values: Omit<
    EventTypeValues,
    'price' | 'currency' | 'range_from' | 'range_to' | 'questions' | 'reminders' | 'is_listed' | 'location'
  >,
) {
  const fresh = freshValues('');
  const known = Object.entries(values).filter(([name]) => name in fresh);
  return Object.fromEntries(known) as typeof values;
}

function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

/** "Design review" → "design-review". */
export function slugOf(title: string): string {
  return title
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}
