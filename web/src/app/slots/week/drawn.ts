import { addDays, dateIn, hourIn, minutesBetween, rangeText, timeText, toInstant } from '../../../lib/time';
import type { Block, HostSlot } from '../../api';
import { openTime } from '../../overview/open-time';
import { t } from '../../text';

/** One drawing on a day: hours of that day in the host's zone, and what it is. */
export type Drawn = {
  key: string;
  /** `w` is a booking that waits for the host's answer. */
  kind: 'o' | 'opening' | 'k' | 'w' | 'p' | 'g' | 'block';
  from: number;
  to: number;
  title: string;
  time: string;
  /** The whole of it for readers. */
  label: string;
  /** Where it leads. */
  link?: string;
};

/** What a week shows: its slots and blocks, and which of its bookings wait for an answer. */
export type Shown = { slots: HostSlot[]; blocks: Block[]; waiting: ReadonlySet<string>; zone: string };

/** What stands on one date: open time as stretches, whatever its event types; openings, bookings and blocks one by one. */
export function drawDay(date: string, { slots, blocks, waiting, zone }: Shown): Drawn[] {
  const here = slots.filter(({ start }) => dateIn(start, zone) === date);
  const booked = here.filter(({ booking_id: booking }) => booking);
  const openings = here.filter(({ opening_id: opening, state }) => opening && state === 'available');
  const hours = here.filter(({ opening_id: opening, booking_id: booking }) => !opening && !booking);
  return [
    ...stretches(
      hours.filter(({ state }) => state === 'available'),
      'o',
      zone,
    ),
    ...stretches(
      hours.filter(({ state }) => state === 'past'),
      'g',
      zone,
    ),
    ...blocks.flatMap((block) => drawBlock(block, date, zone)),
    ...openings.map((slot) => drawSlot(slot, 'opening', slot.title, zone)),
    ...booked.map((slot) =>
      drawSlot(slot, bookedKind(slot, waiting), slot.customer_name ?? slot.title, zone),
    ),
  ];
}

function bookedKind({ state, booking_id: booking }: HostSlot, waiting: ReadonlySet<string>): Drawn['kind'] {
  if (booking && waiting.has(booking)) return 'w';
  return state === 'past' ? 'p' : 'k';
}

function stretches(slots: HostSlot[], kind: 'o' | 'g', zone: string): Drawn[] {
  return openTime(slots, zone).map(({ from, to }) => {
    const first = slots.find(({ start }) => hourIn(start, zone) === from);
    const time = first ? timeText(first.start, zone) : '';
    const title = kind === 'o' ? t('slots.open') : t('slots.not_taken');
    return { key: `${kind}${from}`, kind, from, to, title, time, label: title };
  });
}

function drawSlot(slot: HostSlot, kind: Drawn['kind'], title: string, zone: string): Drawn {
  const from = hourIn(slot.start, zone);
  const range = rangeText(slot.start, slot.end, zone);
  return {
    key: `${slot.start}${slot.event_type_id}${slot.booking_id}`,
    kind,
    from,
    to: Math.min(from + minutesBetween(slot.start, slot.end) / 60, 24),
    title,
    time: timeText(slot.start, zone),
    label: [
      t('week_view.meeting', { range, name: title, title: slot.customer_name ? slot.title : '' }).trim(),
      ...(kind === 'w' ? [t('week_view.waiting')] : []),
    ].join(', '),
    link: slot.booking_id ? `/app/bookings/${slot.booking_id}` : undefined,
  };
}

/** The part of a block that lies on this date. */
function drawBlock({ id, start, end, reason }: Block, date: string, zone: string): Drawn[] {
  const [dawn, dusk] = [toInstant(date, '00:00', zone), toInstant(addDays(date, 1), '00:00', zone)];
  if (end <= dawn || start >= dusk) return [];
  const from = start <= dawn ? 0 : hourIn(start, zone);
  const to = end >= dusk ? 24 : hourIn(end, zone);
  const title = reason || t('block.title');
  return [
    {
      key: id,
      kind: 'block',
      from,
      to,
      title,
      time: timeText(start, zone),
      label: `${t('block.title')}, ${title}`,
    },
  ];
}
