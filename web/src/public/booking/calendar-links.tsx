import { compactInstant } from '../../lib/time';
import { Icon } from '../../look/icon';
import type { Booking } from '../data';
import { t } from '../text';

function googleLink(booking: Booking, title: string): string {
  const dates = `${compactInstant(booking.start)}/${compactInstant(booking.end)}`;
  const query = new URLSearchParams({
    action: 'TEMPLATE',
    text: title,
    dates,
    location: booking.location.value ?? '',
  });
  return `https://calendar.google.com/calendar/render?${query}`;
}

function outlookLink(booking: Booking, title: string): string {
  const query = new URLSearchParams({
    path: '/calendar/action/compose',
    rru: 'addevent',
    subject: title,
    startdt: booking.start,
    enddt: booking.end,
    location: booking.location.value ?? '',
  });
  return `https://outlook.live.com/calendar/0/deeplink/compose?${query}`;
}

/** Three ways into the customer's own calendar. */
export function CalendarLinks({ booking, token }: { booking: Booking; token: string }) {
  const title = t('booking.with', { title: booking.event_type.title, name: booking.host.name });
  return (
    <div className="acts">
      <a className="btn" href={googleLink(booking, title)} target="_blank" rel="noopener noreferrer">
        <Icon name="cal" />
        {t('calendar.google')}
      </a>
      <a className="btn" href={outlookLink(booking, title)} target="_blank" rel="noopener noreferrer">
        <Icon name="cal" />
        {t('calendar.outlook')}
      </a>
      <a
        className="btn"
        href={`/api/v1/client/manage/${encodeURIComponent(token)}/calendar.ics`}
        download="booking.ics"
      >
        <Icon name="download" />
        {t('calendar.other')}
      </a>
    </div>
  );
}
