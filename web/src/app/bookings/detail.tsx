import { useEffect } from 'react';
import { Link, useLocation } from 'react-router';
import { formatMoney } from '../../lib/money';
import { cityOf, dateIn, dateText, momentText, rangeText } from '../../lib/time';
import { Icon } from '../../look/icon';
import { Note } from '../../look/note';
import { type BookingDetail, useGetBookingQuery } from '../api';
import { t, word } from '../text';
import { Answered } from '../ui/faces';
import { useTitle } from '../ui/page-head';
import { useFocusKept } from '../ui/use-focus-kept';
import { Actions } from './actions';
import { StateChip } from './state-chip';
import { Timeline } from './timeline';

/** One booking: what it is, what can be done, and all that happened. */
export function Detail({ id }: { id: string }) {
  const booking = useGetBookingQuery({ id });
  return (
    <article className="sheet detail" aria-labelledby="booking">
      <Answered query={booking}>{(data) => <Inside booking={data} />}</Answered>
    </article>
  );
}

function Inside({ booking }: { booking: BookingDetail }) {
  const { box, heading } = useFocusKept<HTMLDivElement>();
  useEffect(() => heading.current?.focus(), [heading]);
  useTitle(
    t('booking.window', { name: booking.customer.name, when: momentText(booking.start, booking.time_zone) }),
  );
  const { search } = useLocation();
  const { start, end, customer, time_zone: zone } = booking;
  const theirs = rangeText(start, end, customer.time_zone);
  return (
    <div className="contents" ref={box}>
      <header className="stack tight">
        <div className="row between">
          <StateChip booking={booking} />
          <Link className="btn bare icon -me-3" to={`/app/bookings${search}`}>
            <Icon name="x" />
            <span className="sr">{t('close')}</span>
          </Link>
        </div>
        <h2 id="booking" ref={heading} tabIndex={-1} className="num">
          {dateText(dateIn(start, zone))}, <bdi className="nowrap">{rangeText(start, end, zone)}</bdi>
        </h2>
        <p className="q num">
          {booking.event_type.title}
          {theirs !== rangeText(start, end, zone) &&
            `. ${t('booking.theirs', { range: theirs, name: customer.name, city: cityOf(customer.time_zone) })}`}
        </p>
      </header>
      <div className="row gap-3.5">
        <span className="face q" aria-hidden="true">
          {customer.name.charAt(0)}
        </span>
        <div className="grow">
          <Link className="font-strong" to={`/app/customers/${customer.id}`}>
            {customer.name}
          </Link>
          <br />
          <a className="s q" href={`mailto:${customer.email}`}>
            {customer.email}
          </a>
        </div>
      </div>
      {booking.proposed_start && (
        <Note kind="now" icon="hour">
          {t('booking.move_asked', { when: momentText(booking.proposed_start, zone) })}
        </Note>
      )}
      {booking.expires_at && booking.state === 'awaiting_approval' && (
        <Note kind="now" icon="hour">
          {t('booking.answer_by', { when: momentText(booking.expires_at, zone) })}
        </Note>
      )}
      <Actions booking={booking} />
      <Facts booking={booking} />
      <Timeline booking={booking} />
    </div>
  );
}

function Facts({ booking }: { booking: BookingDetail }) {
  const { location, answers, notes, guests, price, cancel_reason: reason, cancelled_by: by } = booking;
  const facts: [string, string][] = [
    ...(reason || by
      ? [
          [by ? word('cancelled_by', by) : t('booking.reason'), reason ?? t('booking.no_reason')] as [
            string,
            string,
          ],
        ]
      : []),
    ...answers.map(({ label, value }): [string, string] => [label, value]),
    ...(notes ? [[t('booking.notes'), notes] as [string, string]] : []),
    [t('booking.place'), location.value || word('place', location.kind)],
    ...(guests.length > 0 ? [[t('booking.guests'), guests.join(', ')] as [string, string]] : []),
    ...(price ? [[t('booking.price'), formatMoney(price)] as [string, string]] : []),
  ];
  return (
    <dl className="qa">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="whitespace-pre-line">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
