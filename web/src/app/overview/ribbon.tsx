import { Link } from 'react-router';
import { dateIn, hourIn, hourText, minutesBetween, msOf, rangeText, timeText } from '../../lib/time';
import { scale, span, Ticks } from '../../look/line';
import { type Booking, useListHostSlotsQuery } from '../api';
import { t } from '../text';
import { openTime } from './open-time';

type Props = { bookings: Booking[]; now: string; zone: string };

/** The host's day as one line: past meetings, coming ones, what is still open, and this minute. */
export function Ribbon({ bookings, now, zone }: Props) {
  const live = bookings.filter(
    ({ state }) => state === 'confirmed' || state === 'awaiting_approval' || state === 'held',
  );
  const blocks = live.map((booking) => {
    const from = hourIn(booking.start, zone);
    return { booking, from, to: Math.min(from + minutesBetween(booking.start, booking.end) / 60, 24) };
  });
  const today = dateIn(now, zone);
  const { data } = useListHostSlotsQuery({ from: today, to: today, view: 'available' });
  const open = openTime(data?.items ?? [], zone);
  if (blocks.length + open.length === 0) return null;
  const at = hourIn(now, zone);
  const all = [...blocks, ...open];
  const from = Math.max(Math.floor(Math.min(at, ...all.map((part) => part.from))) - 1, 0);
  const to = Math.min(Math.ceil(Math.max(at, ...all.map((part) => part.to))) + 1, 24);
  // The label of this minute needs the room of a tick or more, the closer together the hours are drawn.
  const room = Math.max(0.4, (to - from) * 0.045);
  const hours = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return (
    <div className="scroll">
      <div className="ribbon">
        <Ticks
          from={from}
          to={to}
          hours={hours}
          label={(hour) => (Math.abs(hour - at) < room ? '' : hourText(hour % 24))}
        />
        <div className="rib" style={scale(from, to)}>
          {open.map((part) => (
            <span key={part.from} className="o" style={span(part.from, part.to)}>
              <b>{t('overview.open')}</b>
            </span>
          ))}
          {blocks.map(({ booking, ...place }) => (
            <Link
              key={booking.id}
              to={`/app/bookings/${booking.id}`}
              className={msOf(booking.end) <= msOf(now) ? 'p' : 'k'}
              style={span(place.from, place.to)}
              aria-label={t('overview.meeting', {
                range: rangeText(booking.start, booking.end, zone),
                name: booking.customer.name,
                title: booking.event_type.title,
              })}
            >
              <b>{booking.customer.name}</b>
              <span>{booking.event_type.title}</span>
            </Link>
          ))}
          <span className="nowline" style={span(at, at)} aria-hidden="true">
            <b>{timeText(now, zone)}</b>
          </span>
        </div>
      </div>
    </div>
  );
}
