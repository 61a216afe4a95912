import { Link } from 'react-router';
import { momentText } from '../../lib/time';
import type { BookingStep } from '../api';
import { t } from '../text';
import { DoneBut } from '../ui/done-but';

type Props = { step: BookingStep; zone: string; onClose: () => void };

/** What the rules would have said; the host is freer than the customer, so it was done all the same. */
export function Warnings({ step: { booking, warnings }, zone, onClose }: Props) {
  const what = t('booking.window', { name: booking.customer.name, when: momentText(booking.start, zone) });
  return (
    <DoneBut
      title={<Link to={`/app/bookings/${booking.id}`}>{what}</Link>}
      done={t('booking.done_but')}
      but={warnings.map(({ message }) => message)}
      onSeen={onClose}
    />
  );
}
