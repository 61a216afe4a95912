import { Link } from 'react-router';
import { cityOf, dateIn, dateText, msOf, rangeText, relativeText, timeText } from '../../lib/time';
import { Icon } from '../../look/icon';
import { type Booking, type Overview, useGetOverviewQuery } from '../api';
import { useHost } from '../frame/host-context';
import { ShareButton } from '../share/share-button';
import { t } from '../text';
import { Answered } from '../ui/faces';
import { PageHead } from '../ui/page-head';
import { useNow } from '../ui/use-now';
import { Coming } from './coming';
import { FirstSteps } from './first-steps';
import { Ribbon } from './ribbon';
import { ShareLink } from './share-link';
import { ThisWeek } from './this-week';
import { Waiting } from './waiting';

/** What is next, what needs the host, and how much time is open. */
export function OverviewPage() {
  const { profile, isLive } = useHost();
  const now = useNow();
  const zone = profile.time_zone;
  const overview = useGetOverviewQuery();
  const where = t('overview.now', { time: timeText(now, zone), city: cityOf(zone) });
  return (
    <>
      <PageHead
        title={dateText(dateIn(now, zone), 'long')}
        windowTitle={t('nav.overview')}
        beside={isLive ? <span className="live">{where}</span> : <span className="s q">{where}</span>}
      >
        <ShareLink label={profile.public_url.replace(/^https?:\/\//, '')} />
        <ShareButton kind="icon" url={profile.public_url} title={profile.name} label={t('share.qr_short')} />
        <Link className="btn main" to="/app/slots?new=opening">
          <Icon name="plus" />
          {t('slots.new_opening')}
        </Link>
      </PageHead>
      <Answered query={overview}>
        {(data) => (
          <>
            <FirstSteps steps={data.steps} />
            <Today overview={data} now={now} zone={zone} />
            <div className="cols even">
              <Figures overview={data} now={now} zone={zone} />
              <Waiting count={data.counts.pending} />
            </div>
          </>
        )}
      </Answered>
    </>
  );
}

function Today({ overview, now, zone }: { overview: Overview; now: string; zone: string }) {
  const { next, today } = overview;
  return (
    <section className="sheet today" aria-labelledby="next">
      {next ? (
        <Next booking={next} now={now} zone={zone} />
      ) : (
        <p className="nextup q" id="next">
          {t('overview.nothing_next')}
        </p>
      )}
      <Ribbon bookings={today} now={now} zone={zone} />
    </section>
  );
}

function Next({ booking, now, zone }: { booking: Booking; now: string; zone: string }) {
  const link = /^https:\/\//.test(booking.location.value ?? '') ? booking.location.value : null;
  const isRunning = msOf(booking.start) <= msOf(now);
  const isToday = dateIn(booking.start, zone) === dateIn(now, zone);
  return (
    <div className="nextup">
      <div className="stack snug">
        <p className="s q" id="next">
          {isRunning
            ? t('overview.running', { time: timeText(booking.end, zone) })
            : t('overview.next', { when: relativeText(booking.start, msOf(now)) })}
        </p>
        <p className="bigt num">
          {!isToday && `${dateText(dateIn(booking.start, zone))}, `}
          <bdi className="nowrap">{rangeText(booking.start, booking.end, zone)}</bdi>
        </p>
        <p>
          <b className="font-strong">{booking.customer.name}</b>{' '}
          <span className="q">{booking.event_type.title}</span>
        </p>
      </div>
      <div className="row gap-2">
        <Link className="btn" to={`/app/bookings/${booking.id}`}>
          {t('overview.details')}
        </Link>
        {link && (
          <a className="btn main" href={link} target="_blank" rel="noopener noreferrer">
            <Icon name="video" />
            {t('booking.open_meeting')}
          </a>
        )}
      </div>
    </div>
  );
}

function soon({ start, end }: Booking, now: string, zone: string): string {
  return msOf(start) <= msOf(now)
    ? t('overview.one_now', { time: timeText(end, zone) })
    : t('overview.first', { when: relativeText(start, msOf(now)) });
}

function Figures({
  overview: { counts, next },
  now,
  zone,
}: {
  overview: Overview;
  now: string;
  zone: string;
}) {
  const figures = [
    {
      kind: 'p',
      name: t('bookings.past'),
      value: counts.past_30_days,
      note: t('overview.in_30_days'),
      to: '/app/bookings?view=past',
    },
    {
      kind: 'k',
      name: t('bookings.upcoming'),
      value: counts.upcoming,
      note: next ? soon(next, now, zone) : '',
      to: '/app/bookings',
    },
    {
      kind: 'o',
      name: t('slots.available'),
      value: counts.available,
      note: t('overview.until', { date: dateText(counts.available_until, 'day') }),
      to: '/app/slots?view=available',
    },
  ];
  return (
    <section className="sheet pad col-span-7" aria-labelledby="figures">
      <div className="head">
        <h2 id="figures">{t('overview.figures')}</h2>
        <Link className="btn bare" to="/app/slots">
          {t('overview.all_slots')}
          <Icon name="next" small />
        </Link>
      </div>
      <dl className="three">
        {figures.map(({ kind, name, value, note, to }) => (
          <div key={kind}>
            <dt>
              <i className={`sw ${kind}`} />
              <Link to={to}>{name}</Link>
            </dt>
            <dd className="num">
              {value}
              <small className="xs qq">{note}</small>
            </dd>
          </div>
        ))}
      </dl>
      <ThisWeek today={dateIn(now, zone)} />
      {next && <Coming next={next} />}
    </section>
  );
}
