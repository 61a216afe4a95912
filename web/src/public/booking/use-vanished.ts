import type { Problem } from '../../lib/http';
import { dateIn, type Instant, minutesBetween, monthOf } from '../../lib/time';
import { useMonth } from './use-month';

const NEAREST = 3;

/** Whether the chosen time was taken while the form was being filled in: the refusal that sending it would meet. */
export function useVanished(handle: string, slug: string, start: Instant, zone: string): Problem | null {
  const month = monthOf(dateIn(start, zone));
  const { slots, isLoading, problem } = useMonth({ handle, slug, month, zone });
  if (isLoading || problem || !slots || slots.some((slot) => slot.start === start)) return null;
  const near = slots
    .map((slot) => slot.start)
    .sort((a, b) => Math.abs(minutesBetween(a, start)) - Math.abs(minutesBetween(b, start)))
    .slice(0, NEAREST)
    .sort();
  return { type: '/problems/slot-taken', title: '', status: 409, detail: '', alternatives: near };
}
