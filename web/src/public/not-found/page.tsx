import { recallValue } from '../../lib/storage';
import type { NotFoundData } from '../data';
import { Frame } from '../parts/frame';
import { t } from '../text';
import { useTitle } from '../title';

/** Nothing is here; where a host is known, their page is the way on. */
export function NotFoundPage({ host: given }: Pick<NotFoundData, 'host'>) {
  const isManaged = /^\/(manage|not-me)\//.test(location.pathname);
  const host = given ?? (isManaged ? recallValue<NonNullable<NotFoundData['host']>>('local', 'host') : null);
  useTitle(t('missing.title'));
  return (
    <Frame narrow>
      <main id="main" className="sheet pad stack">
        <h1>{t('missing.title')}</h1>
        <p className="q">
          {given ? t('missing.type', { name: given.name }) : t(isManaged ? 'missing.link' : 'missing.page')}
        </p>
        <a className="btn justify-self-start" href={host ? `/${host.handle}` : '/'}>
          {host ? t('missing.host', { name: host.name }) : t('missing.home')}
        </a>
      </main>
    </Frame>
  );
}
