import { addDays, dateText, type PlainDate } from '../../lib/time';
import { t } from '../text';

/** "Today, Wed 3 March", "Tomorrow, …", else the date alone. */
export function dayName(date: PlainDate, today: PlainDate): string {
  const text = dateText(date);
  if (date === today) return t('day.today', { date: text });
  return date === addDays(today, 1) ? t('day.tomorrow', { date: text }) : text;
}

/** Things by their date, in the order they came. */
export function groupByDay<T>(items: T[], dayOf: (item: T) => PlainDate): [PlainDate, T[]][] {
  const days = new Map<PlainDate, T[]>();
  for (const item of items) days.set(dayOf(item), [...(days.get(dayOf(item)) ?? []), item]);
  return [...days];
}
