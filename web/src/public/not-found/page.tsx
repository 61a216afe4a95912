import { Frame } from '../parts/frame';
import { t } from '../text';
import { useTitle } from '../title';

export function NotFoundPage() {
  const isManaged = /^\/(manage|not-me)\//.test(location.pathname);
  useTitle(t('missing.title'));
  return (
    <Frame narrow>
      <main id="main" className="sheet pad stack">
        <h1>{t('missing.title')}</h1>
        <p className="q">{isManaged ? t('missing.link') : t('missing.page')}</p>
        <a className="btn justify-self-start" href="/">
          {t('missing.home')}
        </a>
      </main>
    </Frame>
  );
}
