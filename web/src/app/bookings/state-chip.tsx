import { Icon } from '../../look/icon';
import type { Booking } from '../api';
import { t, word } from '../text';

const KIND: Record<string, string> = {
  confirmed: 'k',
  awaiting_approval: 'now',
  held: 'now',
  cancelled: 'refused',
  declined: 'refused',
};

export function StateChip({ booking }: { booking: Booking }) {
  return (
    <span className={`chip ${booking.no_show ? 'now' : (KIND[booking.state] ?? '')}`}>
      {booking.state === 'confirmed' && !booking.no_show && <Icon name="check" small />}
      {booking.no_show ? t('state.no_show') : word('state', booking.state)}
    </span>
  );
}

/** The chip of a list's row: nothing where all is as it should be. */
export function RowChip({ booking }: { booking: Booking }) {
  if (booking.proposed_start) return <span className="chip now">{t('state.move_asked')}</span>;
  if (booking.state === 'confirmed' && !booking.no_show) return null;
  return <StateChip booking={booking} />;
}
