import * as z from 'zod/mini';
import { parseMoney } from '../../lib/money';
import { t } from '../text';
import { readReminders } from './reminders';

const count = (least: number, most: number) =>
  z
    .int({ error: () => t('field.whole') })
    .check(
      z.minimum(least, { error: () => t('field.least', { least }) }),
      z.maximum(most, { error: () => t('field.most', { most }) }),
    );

const optional = (least: number, most: number) => z.nullable(count(least, most));

const question = z
  .object({
    id: z.string(),
    kind: z.enum(['text', 'long_text', 'phone', 'choice', 'checkbox']),
    label: z.string().check(z.trim(), z.minLength(1, { error: () => t('field.missing') })),
    required: z.boolean(),
    choices: z.string(),
  })
  .check(
    z.refine(({ kind, choices }) => kind !== 'choice' || choices.trim() !== '', {
      path: ['choices'],
      error: () => t('field.choices'),
    }),
  );

/** The form of an event type: times as people say them, money and lists as text. */
export const eventTypeSchema = z
  .object({
    title: z.string().check(z.trim(), z.minLength(1, { error: () => t('field.missing') })),
    slug: z.string().check(z.trim(), z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: () => t('field.slug') })),
    description: z.string(),
    location: z.object({ kind: z.enum(['google_meet', 'link', 'phone', 'in_person']), value: z.string() }),
    duration_minutes: count(5, 24 * 60),
    slot_interval_minutes: optional(5, 24 * 60),
    buffer_before_minutes: count(0, 24 * 60),
    buffer_after_minutes: count(0, 24 * 60),
    minimum_notice_minutes: count(0, 60 * 24 * 60),
    horizon_days: optional(1, 730),
    range_from: z.string(),
    range_to: z.string(),
    max_per_day: optional(1, 100),
    max_per_week: optional(1, 500),
    seats: count(1, 1000),
    price: z.string(),
    currency: z.string().check(z.trim(), z.regex(/^[A-Za-z]{3}$/, { error: () => t('field.currency') })),
    requires_approval: z.boolean(),
    approval_expires_hours: count(1, 24 * 14),
    cancel_cutoff_minutes: count(0, 60 * 24 * 60),
    reschedule_cutoff_minutes: count(0, 60 * 24 * 60),
    max_guests: count(0, 5),
    schedule_id: z.string().check(z.minLength(1, { error: () => t('field.missing') })),
    questions: z.array(question),
    reminders: z
      .string()
      .check(z.refine((text) => readReminders(text) !== null, { error: () => t('field.reminders') })),
    refund_ladder: z.array(z.object({ hours_before: count(0, 8760), percent: count(0, 100) })),
    is_listed: z.boolean(),
    active: z.boolean(),
  })
  .check(
    z.refine(({ price, currency }) => price.trim() === '' || parseMoney(price, currency) !== null, {
      path: ['price'],
      error: () => t('field.price'),
    }),
    z.refine(({ range_from: from, range_to: to }) => from !== '' || to === '', {
      path: ['range_from'],
      error: () => t('field.both_days'),
    }),
    z.refine(({ range_from: from, range_to: to }) => to !== '' || from === '', {
      path: ['range_to'],
      error: () => t('field.both_days'),
    }),
    z.refine(({ range_from: from, range_to: to }) => to === '' || from <= to, {
      path: ['range_to'],
      error: () => t('field.last_day'),
    }),
  );

export type EventTypeValues = z.infer<typeof eventTypeSchema>;
