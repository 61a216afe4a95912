import { dateText, durationText, spanText } from '../../lib/time';
import { t } from '../text';
import { readReminders, remindersText } from './reminders';
import type { EventTypeValues } from './schema';

type Of<K extends keyof EventTypeValues> = Pick<EventTypeValues, K>;

/** "10 min before, 5 min after". */
export function airInWords(values: Of<'buffer_before_minutes' | 'buffer_after_minutes'>): string {
  const { buffer_before_minutes: before, buffer_after_minutes: after } = values;
  return listed([
    before > 0 && t('type.air_before', { length: durationText(before) }),
    after > 0 && t('type.air_after', { length: durationText(after) }),
  ]);
}

/** "4 hours ahead, up to 60 days". */
export function windowInWords(
  values: Of<'minimum_notice_minutes' | 'horizon_days' | 'range_from' | 'range_to'>,
): string {
  const { minimum_notice_minutes: notice, horizon_days: days, range_from: from, range_to: to } = values;
  return listed([
    notice > 0 ? t('type.notice_is', { span: spanText(notice) }) : t('type.notice_none'),
    days ? t('type.horizon_is', { count: days }) : '',
    from && to ? t('type.range_is', { from: dateText(from, 'day'), to: dateText(to, 'day') }) : '',
  ]);
}

/** "3 a day, 10 a week". */
export function limitsInWords({
  max_per_day: day,
  max_per_week: week,
}: Of<'max_per_day' | 'max_per_week'>): string {
  return listed([
    day ? t('type.per_day_is', { count: day }) : '',
    week ? t('type.per_week_is', { count: week }) : '',
  ]);
}

/** "cancel until 1 day before, move until the start". */
export function changesInWords(values: Of<'cancel_cutoff_minutes' | 'reschedule_cutoff_minutes'>): string {
  const until = (minutes: number) =>
    minutes > 0 ? t('type.until_before', { span: spanText(minutes) }) : t('type.until_start');
  return listed([
    t('type.cancel_is', { until: until(values.cancel_cutoff_minutes) }),
    t('type.move_is', { until: until(values.reschedule_cutoff_minutes) }),
  ]);
}

/** "1 day and 1 hour before". */
export function remindersInWords(reminders: string): string {
  const minutes = readReminders(reminders) ?? [];
  return minutes.length > 0
    ? t('type.reminders_are', { spans: remindersText(minutes, t('and')) })
    : t('type.none');
}

function listed(parts: (string | false)[]): string {
  return parts.filter(Boolean).join(', ') || t('type.none');
}
