import { Link, useLocation, useParams } from 'react-router';
import { dateIn, minutesBetween, timeText } from '../../lib/time';
import { Length } from '../../look/line';
import type { Booking } from '../api';
import { useHost } from '../frame/host-context';
import { dayName, groupByDay } from '../ui/day-name';
import { useNow } from '../ui/use-now';
import { RowChip } from './state-chip';

/** Bookings by day, in the host's time. */
export function BookingList({ bookings }: { bookings: Booking[] }) {
  const { profile } = useHost();
  const zone = profile.time_zone;
  const today = dateIn(useNow(), zone);
  return groupByDay(bookings, ({ start }) => dateIn(start, zone)).map(([date, onDay]) => (
    <section key={date}>
      <h2>{dayName(date, today)}</h2>
      <ul>
        {onDay.map((booking) => (
          <li key={booking.id}>
            <Row booking={booking} zone={zone} />
          </li>
        ))}
      </ul>
    </section>
  ));
}

function Row({ booking, zone }: { booking: Booking; zone: string }) {
  const { id } = useParams();
  const { search } = useLocation();
  const { start, end, customer, event_type: eventType } = booking;
  const minutes = minutesBetween(start, end);
  return (
    <Link
      className="bk"
      to={`/app/bookings/${booking.id}${search}`}
      aria-current={id === booking.id ? 'page' : undefined}
    >
      <time className="num b bt" dateTime={start}>
        {timeText(start, zone)}
      </time>
      <span className="blen">
        <Length minutes={minutes * 0.36} kind="k" />
      </span>
      <span className="stack gap-0">
        <b className="clip">{customer.name}</b>
        <span className="s q clip">{eventType.title}</span>
      </span>
      <RowChip booking={booking} />
    </Link>
  );
}
