import type { ReactNode } from 'react';
import { Mark } from '../../look/mark';
import { t } from '../text';

type Links = { privacy_url?: string | null; terms_url?: string | null; contact_url?: string | null };

/** What surrounds every public page: a way past the head, and the foot with the host's links. */
export function Frame({
  children,
  host,
  narrow = false,
}: {
  children: ReactNode;
  host?: Links;
  narrow?: boolean;
}) {
  const links = [
    [host?.contact_url, t('foot.contact')],
    [host?.privacy_url, t('foot.privacy')],
    [host?.terms_url, t('foot.terms')],
  ] as const;
  return (
    <>
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <div className={narrow ? 'public narrow' : 'public'}>
        {children}
        <footer className="foot">
          <Mark href="/" small />
          <span className="row gap-6">
            {links.map(
              ([url, label]) =>
                url && (
                  <a key={label} href={url} rel="noopener">
                    {label}
                  </a>
                ),
            )}
          </span>
        </footer>
      </div>
    </>
  );
}
