import { Link } from 'react-router';
import { t } from '../text';
import { PageHead } from '../ui/page-head';

export function NotFoundPage() {
  return (
    <>
      <PageHead title={t('missing.title')} />
      <p className="q">
        {t('missing.page')} <Link to="/app">{t('missing.home')}</Link>
      </p>
    </>
  );
}
