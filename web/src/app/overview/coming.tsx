import { Link } from 'react-router';
import { momentText } from '../../lib/time';
import { type Booking, useListBookingsQuery } from '../api';
import { useHost } from '../frame/host-context';
import { t } from '../text';

const SHOWN = 4;

/** The bookings after the next one, which has its place above. */
export function Coming({ next }: { next: Booking }) {
  const { profile } = useHost();
  const { data } = useListBookingsQuery({ view: 'upcoming', limit: SHOWN + 1 });
  const coming = (data?.items ?? []).filter(({ id }) => id !== next.id).slice(0, SHOWN);
  if (coming.length === 0) return null;
  return (
    <section aria-labelledby="coming" className="coming">
      <h3 id="coming">{t('overview.coming')}</h3>
      <ul>
        {coming.map(({ id, start, customer, event_type: eventType }) => (
          <li key={id}>
            <Link to={`/app/bookings/${id}`}>
              <time className="num" dateTime={start}>
                {momentText(start, profile.time_zone)}
              </time>
              <b className="font-strong clip">{customer.name}</b>
              <span className="q clip">{eventType.title}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
