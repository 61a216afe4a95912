import { useState } from 'react';
import { formatMoney } from '../../lib/money';
import { dateIn, dateText, type Instant, momentText, msOf, rangeText, relativeText } from '../../lib/time';
import { Icon } from '../../look/icon';
import { Note } from '../../look/note';
import { useAddress } from '../address';
import { CalendarLinks } from '../booking/calendar-links';
import { Confirmed } from '../booking/confirmed';
import { useNow, useZone } from '../clock';
import type { Booking } from '../data';
import { Frame } from '../parts/frame';
import { Place } from '../parts/place';
import { placeIcon } from '../parts/place-words';
import { TwoZones } from '../parts/two-zones';
import { Fact } from '../parts/who';
import { t, word } from '../text';
import { stateTitle, useTitle } from '../title';
import { Cancel } from './cancel';
import { Move } from './move';
import { tokenInPath } from './token';

const CHIP: Record<string, string> = {
  confirmed: 'k',
  awaiting_approval: 'now',
  held: 'now',
  cancelled: 'refused',
  declined: 'refused',
};
const LIVE = new Set(['confirmed', 'awaiting_approval', 'held']);

type Props = { given: Booking; near?: Instant[]; reason?: string };

/** A customer's booking: when it is, another time, or out. */
export function ManagePage({ given, near, reason }: Props) {
  const [booking, setBooking] = useState(given);
  const [zone, setZone] = useZone(booking.time_zone);
  const address = useAddress();
  const [news, setNews] = useState<string | null>(() => newsOf(address.get('done'), given, zone));
  const { host, event_type: eventType, state } = booking;
  useTitle(stateTitle(booking));
  const isLive = LIVE.has(state);
  const changed = (next: Booking, text: string) => {
    setBooking(next);
    setNews(text);
    scrollTo(0, 0);
    requestAnimationFrame(() => document.getElementById('when')?.focus());
  };
  if (address.get('done') === 'booked' && isLive) {
    return (
      <Frame>
        <Confirmed booked={{ booking, manage_token: tokenInPath() }} zone={zone} />
      </Frame>
    );
  }
  return (
    <Frame>
      <main id="main" className="two">
        <Summary booking={booking} zone={zone} isLive={isLive} news={news} />
        <div className="stack">
          {booking.can_reschedule && (
            <Move
              booking={booking}
              near={booking.start === given.start ? near : undefined}
              zone={zone}
              onZone={setZone}
              onMoved={(next) => changed(next, movedText(next, zone))}
            />
          )}
          {booking.can_cancel && (
            <Cancel
              booking={booking}
              typed={reason}
              zone={zone}
              onCancelled={(next) => changed(next, t('manage.cancelled_now'))}
            />
          )}
          {isLive && !booking.can_cancel && !booking.can_reschedule && (
            <section className="sheet stack">
              <h2>{t('manage.closed')}</h2>
              <p className="q">{t('manage.closed_why', { name: host.name })}</p>
            </section>
          )}
          {!isLive && (
            <section className="sheet stack">
              <h2>{word('over', state)}</h2>
              {booking.cancel_reason && <p className="q">“{booking.cancel_reason}”</p>}
              <a
                className="btn main justify-self-start"
                href={`/${host.handle}${eventType.slug && `/${eventType.slug}`}`}
              >
                {t('manage.again')}
              </a>
            </section>
          )}
        </div>
      </main>
    </Frame>
  );
}

/** What was done without script a moment ago, where that is how the booking stands. */
function newsOf(done: string | null, booking: Booking, zone: string): string | null {
  if (done === 'cancelled' && booking.state === 'cancelled') return t('manage.cancelled_now');
  return done === 'moved' && booking.state === 'confirmed' ? movedText(booking, zone) : null;
}

function movedText(booking: Booking, zone: string): string {
  return booking.proposed_start
    ? t('manage.move_asked', { name: booking.host.name, when: momentText(booking.proposed_start, zone) })
    : t('manage.moved', { when: momentText(booking.start, zone) });
}

type SummaryProps = { booking: Booking; zone: string; isLive: boolean; news: string | null };

function Summary({ booking, zone, isLive, news }: SummaryProps) {
  const now = useNow();
  const { host, event_type: eventType, state, start, end } = booking;
  return (
    <section className="stack wide" aria-label={t('done.what')}>
      {news && (
        <Note kind="open" icon="check">
          {news}
        </Note>
      )}
      <div className="when">
        <p className="row">
          <span className={`chip ${CHIP[state] ?? ''}`}>
            {state === 'confirmed' && <Icon name="check" small />}
            {word('state', state)}
          </span>
          {isLive && <span className="q s">{relativeText(start, msOf(now))}</span>}
        </p>
        <h1 id="when" tabIndex={-1} className={isLive ? 'big' : 'big line-through'}>
          <time dateTime={start}>
            {dateText(dateIn(start, zone))}
            <br />
            <bdi>{rangeText(start, end, zone)}</bdi>
          </time>
        </h1>
        <p className="q">{t('booking.with', { title: eventType.title, name: host.name })}</p>
      </div>
      {isLive && <TwoZones start={start} end={end} zone={zone} host={host} kind="k" />}
      <Standing booking={booking} zone={zone} />
      <dl className="facts">
        {isLive && (
          <Fact icon={placeIcon(booking.location.kind)} name={t('fact.place')}>
            <Place booking={booking} />
          </Fact>
        )}
        {booking.price && (
          <Fact icon="card" name={t('fact.price')}>
            {formatMoney(booking.price, host.locale)}
          </Fact>
        )}
        {booking.guests.length > 0 && (
          <Fact icon="people" name={t('fact.guests')}>
            {booking.guests.join(', ')}
          </Fact>
        )}
        {booking.notes && (
          <Fact icon="mail" name={t('fact.notes')}>
            {booking.notes}
          </Fact>
        )}
      </dl>
      {state === 'confirmed' && <CalendarLinks booking={booking} token={tokenInPath()} />}
    </section>
  );
}

/** What is not settled yet: an answer that is awaited, a hold that runs out, a move that was asked for. */
function Standing({ booking, zone }: { booking: Booking; zone: string }) {
  const { host, state, expires_at: expires, proposed_start: proposed } = booking;
  if (proposed)
    return (
      <Note kind="now" icon="hour">
        {t('manage.move_asked', { name: host.name, when: momentText(proposed, zone) })}
      </Note>
    );
  if (!expires || (state !== 'awaiting_approval' && state !== 'held')) return null;
  const when = momentText(expires, zone);
  return (
    <Note kind="now" icon="hour">
      {state === 'held' ? t('manage.held', { when }) : t('manage.awaits', { name: host.name, when })}
    </Note>
  );
}
