import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { momentText } from '../../lib/time';
import { Note } from '../../look/note';
import type { BookingStep } from '../api';
import { t } from '../text';

type Props = { step: BookingStep; zone: string; onClose: () => void };

/** What the rules would have said; the host is freer than the customer, so it was done all the same. */
export function Warnings({ step: { booking, warnings }, zone, onClose }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const values = { name: booking.customer.name, when: momentText(booking.start, zone) };
  return (
    <>
      <h2 ref={heading} tabIndex={-1}>
        <Link to={`/app/bookings/${booking.id}`}>{t('booking.window', values)}</Link>
      </h2>
      <Note kind="now">
        <p>{t('booking.done_but')}</p>
        <ul>
          {warnings.map(({ code, message }) => (
            <li key={code}>{message}</li>
          ))}
        </ul>
      </Note>
      <button type="button" className="btn main justify-self-start" onClick={onClose}>
        {t('seen')}
      </button>
    </>
  );
}
