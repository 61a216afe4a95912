import { Link } from 'react-router';
import { Icon } from '../../look/icon';
import { t } from '../text';
import { PageHead } from '../ui/page-head';
import { usePlacesInMore } from './nav';

export function MorePage() {
  const places = usePlacesInMore();
  return (
    <>
      <PageHead title={t('nav.more')} />
      <ul className="sheet rows">
        {places.map((place) => (
          <li key={place.to}>
            <Link className="line-link" to={place.to}>
              <Icon name={place.icon} />
              <span className="grow">{t(place.label)}</span>
              <Icon name="next" />
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
