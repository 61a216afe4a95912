import { useRef } from 'react';
import { dateIn, type Instant, minutesBetween, monthOf, msOf } from '../../lib/time';
import { useNow } from '../clock';
import type { EventType, Fate, Host } from '../data';
import { useMonth } from './use-month';

const NEAREST = 3;

type Chosen = {
  host: Pick<Host, 'handle'>;
  eventType: Pick<EventType, 'slug' | 'minimum_notice_minutes'>;
  start: Instant;
  zone: string;
  /** What the server said of the start that the page was opened with. */
  given?: Fate | null;
};

/** What is known of the chosen time, while the form is being filled in too; `null` as long as nothing is. */
export function useFate({ host, eventType, start, zone, given }: Chosen): Fate | null {
  const now = useNow();
  const wasOpen = useRef<Instant | null>(null);
  const [month, thisMonth] = [start, now].map((at) => monthOf(dateIn(at, zone)));
  const { slots, problem, later } = useMonth({
    handle: host.handle,
    slug: eventType.slug,
    month: month && thisMonth && month > thisMonth ? month : (thisMonth ?? ''),
    zone,
  });
  const before = given?.start === start ? given : null;
  const near = slots?.length ? nearest(slots, start) : (before?.near ?? (later ? [later] : []));
  const said = (is: Fate['is']): Fate => ({ is, start, near });
  if (before?.is === 'open') wasOpen.current = start;

  const lead = (msOf(start) - msOf(now)) / 60_000;
  if (lead <= 0) return said('past');
  if (problem?.status === 404) return said('withdrawn');
  if (problem || !slots) return before;
  const slot = slots.find((it) => it.start === start);
  if (slot) {
    wasOpen.current = start;
    return { ...said('open'), end: slot.end };
  }
  if (lead < eventType.minimum_notice_minutes) return said('late');
  if (wasOpen.current === start) return said('taken');
  return said(before?.is === 'closed' ? 'closed' : 'not_offered');
}

function nearest(slots: { start: Instant }[], start: Instant): Instant[] {
  const distance = (at: Instant) => Math.abs(minutesBetween(at, start));
  return slots
    .map((slot) => slot.start)
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, NEAREST)
    .sort();
}
