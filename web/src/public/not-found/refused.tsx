import type { Problem } from '../../lib/http';
import { Frame } from '../parts/frame';
import { t } from '../text';
import { useTitle } from '../title';

/** The server refused the request as a whole, and says why. */
export function RefusedPage({ problem }: { problem: Problem }) {
  useTitle(problem.title || t('refused.title'));
  const errors = (problem.errors ?? []).map(({ field, message }) => `“${field}” ${message}.`);
  return (
    <Frame narrow>
      <main id="main" className="sheet pad stack">
        <h1>{problem.title || t('refused.title')}</h1>
        <p className="q">{[problem.detail, ...errors].join(' ')}</p>
        {problem.status === 429 || problem.status >= 500 ? (
          <a className="btn main justify-self-start" href={location.pathname + location.search}>
            {t('retry')}
          </a>
        ) : (
          <a className="btn justify-self-start" href="/">
            {t('missing.home')}
          </a>
        )}
      </main>
    </Frame>
  );
}
