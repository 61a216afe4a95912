import { formatMoney } from '../../lib/money';
import { durationText } from '../../lib/time';
import { Icon } from '../../look/icon';
import type { IconName } from '../../look/icons';
import { Length } from '../../look/line';
import type { EventType, Host } from '../data';
import { t } from '../text';
import { placeIcon, placeText } from './place-words';

/** A preview of the page stands beneath a first heading of its own. */
type Props = { host: Host; eventType: EventType; heading?: 'h1' | 'h2' };

/** The host and what is being booked. */
export function Who({ host, eventType, heading: Title = 'h1' }: Props) {
  return (
    <section className="who stack" aria-label={t('booking.what')}>
      <a className="row min-h-11 no-underline" href={`/${host.handle}`}>
        <span className="face" aria-hidden="true">
          {host.name.charAt(0)}
        </span>
        <span className="grow">
          <b className="font-strong clip block">{host.name}</b>
          {host.bio && <span className="s q clip block">{host.bio.split('\n')[0]}</span>}
        </span>
      </a>
      <Title>{eventType.title}</Title>
      {eventType.description && <p className="q whitespace-pre-line">{eventType.description}</p>}
      <dl className="facts">
        <Fact icon="clock" name={t('fact.length')}>
          <span className="me-2">{durationText(eventType.duration_minutes)}</span>
          <Length minutes={eventType.duration_minutes} />
        </Fact>
        <Fact icon={placeIcon(eventType.location.kind)} name={t('fact.place')}>
          {placeText(eventType.location.kind)}
        </Fact>
        {eventType.price && (
          <Fact icon="card" name={t('fact.price')}>
            {formatMoney(eventType.price, host.locale)}
          </Fact>
        )}
        {eventType.requires_approval && (
          <Fact icon="check" name={t('fact.approval')}>
            {t('host.approves', { name: host.name })}
          </Fact>
        )}
      </dl>
    </section>
  );
}

export function Fact({ icon, name, children }: { icon: IconName; name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>
        <Icon name={icon} />
        <span className="sr">{name}</span>
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
