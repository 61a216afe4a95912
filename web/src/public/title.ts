import { useEffect } from 'react';
import type { Booking } from './data';
import { t, word } from './text';

export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} – Timeslot`;
  }, [title]);
}

/** "Booked – Design review with Ada": how the booking stands. */
export function stateTitle({ state, event_type: eventType, host }: Booking): string {
  const what = t('booking.with', { title: eventType.title, name: host.name });
  const isAsked = state === 'awaiting_approval';
  return t('title.state', { state: isAsked ? t('title.requested') : word('state', state), what });
}
