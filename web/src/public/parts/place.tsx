import type { Booking } from '../data';
import { placeText } from './place-words';

/** Where the meeting is: an address or a number can be pressed. */
export function Place({ booking: { location } }: { booking: Booking }) {
  const { kind, value } = location;
  if (!value) return placeText(kind);
  if (value.startsWith('https://'))
    return (
      <a href={value} rel="noopener noreferrer">
        {value.replace('https://', '')}
      </a>
    );
  return kind === 'phone' && /^[+\d]/.test(value) ? <a href={`tel:${dialled(value)}`}>{value}</a> : value;
}

/** A number as a telephone takes it. */
function dialled(value: string): string {
  return value.replaceAll(/[^+\d]/g, '');
}
