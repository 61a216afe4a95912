import { addMinutes, instantOf, momentText, msOf, nowMs } from '../../lib/time';
import { api, type BookingDetail, type PageDelivery, type TimelineLine } from '../api';
import type { Store } from '../store';
import { type AppKey, t, word } from '../text';

/** Something that happened without the host, in words, and where it can be looked at. */
export type News = { text: string; isBad: boolean; to: string };

const STEPS: Record<string, AppKey> = {
  confirmed: 'news.confirmed',
  requested: 'news.requested',
  rescheduled: 'news.rescheduled',
  move_requested: 'news.move_requested',
  cancelled: 'news.cancelled',
  expired: 'news.expired',
};
const LOST = new Set(['failed', 'refused']);
/** What is older was missed while away; the lists show it, a message would come too late. */
const FRESH_MINUTES = 10;

function isFresh(at: string): boolean {
  return msOf(at) >= msOf(addMinutes(instantOf(nowMs()), -FRESH_MINUTES));
}

function lastStep(booking: BookingDetail): TimelineLine | undefined {
  return booking.timeline.filter(({ kind }) => kind === 'step').at(-1);
}

/** What a customer, or the clock, did to a booking last; `null` if it was the host or is long past. */
export function newsOfBooking(booking: BookingDetail): (News & { key: string }) | null {
  const step = lastStep(booking);
  const said = step && STEPS[step.what];
  if (!said || step.by === 'host' || !isFresh(step.at)) return null;
  const zone = booking.time_zone;
  const values = {
    name: booking.customer.name,
    title: booking.event_type.title,
    when: momentText(booking.start, zone),
    proposed: booking.proposed_start ? momentText(booking.proposed_start, zone) : '',
  };
  return {
    key: `${booking.id}${step.what}${step.at}`,
    text: t(said, values),
    isBad: false,
    to: `/app/bookings/${booking.id}`,
  };
}

type Delivery = PageDelivery['items'][number];

export function newsOfDelivery(delivery: Delivery): (News & { key: string }) | null {
  const { id, state, letter, to, booking_id: booking, last_error: error } = delivery;
  if (!LOST.has(state) || !isFresh(delivery.created_at)) return null;
  const values = { letter: word('letter', letter), to: to ?? t('news.somebody') };
  return {
    key: `${id}${state}`,
    text: [t(`news.${state as 'failed' | 'refused'}`, values), error].filter(Boolean).join(' '),
    isBad: true,
    to: booking ? `/app/bookings/${booking}` : '/app/settings?section=mail',
  };
}

/** Looks up what an event is about and puts it into words, each thing once. */
export function newsDesk(dispatch: Store['dispatch'], tell: (news: News) => void) {
  const told = new Set<string>();
  const once = (found: (News & { key: string }) | null) => {
    if (!found || told.has(found.key)) return;
    told.add(found.key);
    const { key: _, ...news } = found;
    tell(news);
  };
  const fresh = { forceRefetch: true, subscribe: false } as const;
  return async (name: string, id?: string) => {
    if (name === 'booking' && id) {
      const { data } = await dispatch(api.endpoints.getBooking.initiate({ id }, fresh));
      if (data) once(newsOfBooking(data));
    }
    if (name === 'delivery') {
      const { data } = await dispatch(api.endpoints.listDeliveries.initiate({ limit: 10 }, fresh));
      for (const delivery of data?.items ?? []) once(newsOfDelivery(delivery));
    }
  };
}
