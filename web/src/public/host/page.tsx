import { formatMoney } from '../../lib/money';
import { cityOf, durationText, momentText, timeText } from '../../lib/time';
import { Icon } from '../../look/icon';
import { Length } from '../../look/line';
import { useNow, useZone } from '../clock';
import type { EventTypeRow, Host } from '../data';
import { Frame } from '../parts/frame';
import { t } from '../text';
import { useTitle } from '../title';
import { LostLink } from './lost-link';

type Props = { host: Host; eventTypes: EventTypeRow[] };

/** What one can book with a host, each kind of meeting by its length. */
export function HostPage({ host, eventTypes }: Props) {
  const now = useNow();
  const [zone] = useZone();
  useTitle(host.name);
  return (
    <Frame host={host} narrow>
      <main id="main" className="stack gap-8">
        <header className="hosthead">
          <span className="face xl" aria-hidden="true">
            {host.name.charAt(0)}
          </span>
          <div className="stack snug">
            <h1>{host.name}</h1>
            {host.bio && <p className="q max-w-[44ch] whitespace-pre-line">{host.bio}</p>}
            <p className="s qq row mt-1">
              <Icon name="pin" small />
              {t('host.place', { city: cityOf(host.time_zone), time: timeText(now, host.time_zone) })}
            </p>
          </div>
        </header>
        <section aria-labelledby="types">
          <div className="stack snug mb-3">
            <h2 id="types">{t('host.what')}</h2>
            {eventTypes.some((each) => each.next_open) && (
              <p className="s qq">{t('host.zone', { city: cityOf(zone) })}</p>
            )}
          </div>
          {eventTypes.length === 0 ? (
            <p className="sheet empty q">{t('host.nothing', { name: host.name })}</p>
          ) : (
            <ul className="sheet ets">
              {eventTypes.map((eventType) => (
                <li key={eventType.slug}>
                  <Row host={host} eventType={eventType} />
                </li>
              ))}
            </ul>
          )}
        </section>
        <LostLink handle={host.handle} />
      </main>
    </Frame>
  );
}

function Row({ host, eventType }: { host: Host; eventType: EventTypeRow }) {
  const { slug, title, description, duration_minutes, price, seats, requires_approval, next_open } =
    eventType;
  const [zone] = useZone();
  return (
    <a className="et" href={`/${host.handle}/${slug}`}>
      <span className="bar1">
        <Length minutes={duration_minutes} />
        <span className="s q num">{durationText(duration_minutes)}</span>
      </span>
      <span className="stack snug">
        <b className="tt">{title}</b>
        {description && <span className="q s about">{description}</span>}
        {seats > 1 && <span className="s q">{t('host.seats', { count: seats })}</span>}
        {requires_approval && (
          <span>
            <span className="chip">{t('host.approves', { name: host.name })}</span>
          </span>
        )}
        {next_open && (
          <span className="s open-ink">{t('host.next', { when: momentText(next_open, zone) })}</span>
        )}
      </span>
      <span className="pr num">{price && formatMoney(price, host.locale)}</span>
      <Icon name="next" />
    </a>
  );
}
