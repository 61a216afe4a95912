import { Link, NavLink, useLocation } from 'react-router';
import { Icon } from '../../look/icon';
import type { IconName } from '../../look/icons';
import { Mark } from '../../look/mark';
import { type AppKey, t } from '../text';
import { useHost } from './host-context';

type Place = { to: string; icon: IconName; label: AppKey };

const OVERVIEW: Place = { to: '/app', icon: 'overview', label: 'nav.overview' };
const BOOKINGS: Place = { to: '/app/bookings', icon: 'bookings', label: 'nav.bookings' };
const SLOTS: Place = { to: '/app/slots', icon: 'slots', label: 'nav.slots' };
const AVAILABILITY: Place = { to: '/app/availability', icon: 'clock', label: 'nav.availability' };
const EVENT_TYPES: Place = { to: '/app/event-types', icon: 'types', label: 'nav.event_types' };
const CUSTOMERS: Place = { to: '/app/customers', icon: 'people', label: 'nav.customers' };
const INSIGHTS: Place = { to: '/app/insights', icon: 'insights', label: 'nav.insights' };
const SETTINGS: Place = { to: '/app/settings', icon: 'settings', label: 'nav.settings' };
const OPERATOR: Place = { to: '/app/operator', icon: 'wrench', label: 'nav.operator' };
const MORE: Place = { to: '/app/more', icon: 'more', label: 'nav.more' };

const SIDE = [OVERVIEW, BOOKINGS, SLOTS, AVAILABILITY, EVENT_TYPES, CUSTOMERS, INSIGHTS, SETTINGS];
const TABS = [OVERVIEW, BOOKINGS, SLOTS, CUSTOMERS];

/** What the fifth tab of a phone leads to. */
export function usePlacesInMore(): Place[] {
  const { user } = useHost();
  return [AVAILABILITY, EVENT_TYPES, INSIGHTS, SETTINGS, ...(user.is_operator ? [OPERATOR] : [])];
}

export function SideBar({ pending }: { pending: number }) {
  const { user, profile } = useHost();
  const places = user.is_operator ? [...SIDE, OPERATOR] : SIDE;
  return (
    <aside className="side">
      <span className="ps-3">
        <Mark href="/app" />
      </span>
      <nav aria-label={t('nav.name')}>
        {places.map((place) => (
          <NavLink key={place.to} to={place.to} end={place === OVERVIEW}>
            <Icon name={place.icon} />
            <span>{t(place.label)}</span>
            {place === BOOKINGS && pending > 0 && (
              <span className="n">
                <span className="sr">{t('nav.pending')} </span>
                {pending}
              </span>
            )}
          </NavLink>
        ))}
      </nav>
      <NavLink className="me" to="/app/settings">
        <span className="face s" aria-hidden="true">
          {user.name.charAt(0)}
        </span>
        <span className="grow">
          <b className="s font-strong clip block">{user.name}</b>
          <span className="xs qq clip block">{profile.public_url.replace(/^https?:\/\//, '')}</span>
        </span>
      </NavLink>
    </aside>
  );
}

export function TopBar() {
  const { user } = useHost();
  return (
    <header className="topbar">
      <Mark href="/app" />
      <NavLink
        to="/app/settings"
        className="face s no-underline"
        aria-label={t('nav.settings_of', { name: user.name })}
      >
        {user.name.charAt(0)}
      </NavLink>
    </header>
  );
}

export function Tabs() {
  const { pathname } = useLocation();
  // A page that is reached by “More” belongs to it.
  const isInMore = [MORE, ...usePlacesInMore()].some(({ to }) => pathname.startsWith(to));
  return (
    <nav className="tabs" aria-label={t('nav.name')}>
      {TABS.map((place) => (
        <NavLink key={place.to} to={place.to} end={place === OVERVIEW}>
          <Icon name={place.icon} />
          <span>{t(place.label)}</span>
        </NavLink>
      ))}
      <Link to={MORE.to} aria-current={isInMore ? 'page' : undefined}>
        <Icon name={MORE.icon} />
        <span>{t(MORE.label)}</span>
      </Link>
    </nav>
  );
}
