import { lazy, Suspense, useState } from 'react';
import { Icon } from '../../look/icon';
import { t } from '../text';

/** The code and its drawing are fetched when somebody wants to see them. */
const ShareSheet = lazy(() => import('./share-sheet').then((module) => ({ default: module.ShareSheet })));

type Props = { url: string; title: string; label?: string; kind?: 'bare' | 'main' | 'icon' | '' };

export function ShareButton({ url, title, label = t('share.do'), kind = '' }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" className={`btn ${kind}`} onClick={() => setOpen(true)}>
        <Icon name="qr" />
        {kind === 'icon' ? <span className="sr">{label}</span> : label}
      </button>
      {isOpen && (
        <Suspense fallback={null}>
          <ShareSheet url={url} title={title} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
