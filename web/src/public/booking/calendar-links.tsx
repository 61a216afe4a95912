import { useState } from 'react';
import { compactInstant } from '../../lib/time';
import { Refusal } from '../../look/field';
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
  const [isRefused, setRefused] = useState(false);
  const title = t('booking.with', { title: booking.event_type.title, name: booking.host.name });
  const download = async () => setRefused(!(await saveCalendarFile(booking.id, token)));
  return (
    <div className="stack tight">
      <div className="acts">
        <a className="btn" href={googleLink(booking, title)} target="_blank" rel="noopener noreferrer">
          <Icon name="cal" />
          {t('calendar.google')}
        </a>
        <a className="btn" href={outlookLink(booking, title)} target="_blank" rel="noopener noreferrer">
          <Icon name="cal" />
          {t('calendar.outlook')}
        </a>
        <button type="button" className="btn" onClick={download}>
          <Icon name="download" />
          {t('calendar.other')}
        </button>
      </div>
      {isRefused && <Refusal text={t('calendar.failed')} />}
    </div>
  );
}

async function saveCalendarFile(id: string, token: string): Promise<boolean> {
  const headers = { authorization: `Bearer ${token}` };
  const response = await fetch(`/api/v1/client/bookings/${id}/calendar.ics`, { headers }).catch(() => null);
  if (!response?.ok) return false;
  const address = URL.createObjectURL(await response.blob());
  const link = Object.assign(document.createElement('a'), { href: address, download: 'booking.ics' });
  link.click();
  URL.revokeObjectURL(address);
  return true;
}
