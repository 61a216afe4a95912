import { useEffect, useRef } from 'react';
import { cityOf, dateIn, dateText, isSameClock, momentText, rangeText, rangeThere } from '../../lib/time';
import { Icon } from '../../look/icon';
import type { Booking } from '../data';
import { Place } from '../parts/place';
import { placeIcon } from '../parts/place-words';
import { type PublicKey, t } from '../text';
import { CalendarLinks } from './calendar-links';
import type { Booked } from './details-form';

/** The end of a booking: what is now the customer's, and the ways to keep it. */
export function Confirmed({ booked: { booking, manage_token }, zone }: { booked: Booked; zone: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { host, event_type: eventType } = booking;
  const { start, end } = booking;
  const isSame = isSameClock(start, end, zone, host.time_zone);
  const waits = booking.state === 'awaiting_approval';
  return (
    <main id="main" className="done">
      <section className="sheet hero" aria-label={t('done.what')}>
        <div className="cut" aria-hidden="true">
          <b className={waits ? 'waits' : ''}>
            <Icon name={waits ? 'hour' : 'check'} />
          </b>
        </div>
        <div className="when text-center justify-items-center">
          <p className="q">
            {waits ? t('done.asked', { name: host.name }) : t('done.yours', { name: booking.name })}
          </p>
          <h1 className="big" ref={heading} tabIndex={-1}>
            <time dateTime={start}>
              <span className="inline-block">{dateText(dateIn(start, zone))},</span>{' '}
              <bdi className="inline-block">{rangeText(start, end, zone)}</bdi>
            </time>
            {!isSame && <span className="s q block">{t('done.zone', { city: cityOf(zone) })}</span>}
          </h1>
          <p className="q">
            {t('done.with', { title: eventType.title, name: host.name })}
            {!isSame &&
              ` ${t('done.theirs', {
                city: cityOf(host.time_zone),
                range: rangeThere(start, end, zone, host.time_zone),
              })}`}
          </p>
        </div>
        {!waits && <CalendarLinks booking={booking} token={manage_token} />}
      </section>
      <section className="sheet pad">
        <ul className="lines">
          <li>
            <Icon name={placeIcon(booking.location.kind)} />
            <span>
              <Place booking={booking} />
            </span>
          </li>
          <li>
            <Icon name="mail" />
            <span>
              {t('done.mail', { email: booking.email })}
              <br />
              <span className="s qq">
                {waits ? t('done.mail_waits', { name: host.name }) : t('done.mail_what')}
              </span>
            </span>
          </li>
          {booking.expires_at && (
            <li>
              <Icon name="hour" />
              <span>{t('done.until', { when: momentText(booking.expires_at, zone) })}</span>
            </li>
          )}
        </ul>
      </section>
      <div className="row wrap between">
        <a className="btn" href={`/manage/${manage_token}`}>
          {t(wayOn(booking))}
        </a>
        <a className="s q row min-h-11" href={`/${host.handle}`}>
          {t('done.another', { name: host.name })}
        </a>
      </div>
    </main>
  );
}

/** What the page behind the link can do, and no more. */
function wayOn({ state, can_cancel, can_reschedule }: Booking): PublicKey {
  if (can_reschedule) return can_cancel ? 'done.manage' : 'done.move';
  if (!can_cancel) return 'form.see';
  return state === 'awaiting_approval' ? 'cancel.ask' : 'cancel.title';
}
