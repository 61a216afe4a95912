import { useMemo } from 'react';
import { Icon } from '../../look/icon';
import { useMarkLinkSharedMutation } from '../api';
import { t } from '../text';
import { CopyButton } from '../ui/copy-button';
import { Dialog } from '../ui/dialog';
import { codeOf, pngFile, save, svgFile } from './qr';

type Props = { url: string; title: string; onClose: () => void };

/** A link to give away: to copy, to show to a phone, to print. */
export function ShareSheet({ url, title, onClose }: Props) {
  const [mark] = useMarkLinkSharedMutation();
  const code = useMemo(() => codeOf(url), [url]);
  const name = url.replace(/^https?:\/\//, '').replaceAll(/[^a-z0-9]+/gi, '-');
  const shared = () => void mark();
  const savePng = async () => {
    const file = await pngFile(code);
    if (file) save(file, `${name}.png`);
    shared();
  };
  return (
    <Dialog title={t('share.title', { title })} isOpen onClose={onClose}>
      {/* Dark on light in every theme: not every camera reads it the other way round. */}
      <svg
        className="qr"
        viewBox={`0 0 ${code.side} ${code.side}`}
        role="img"
        aria-label={t('share.qr', { url })}
      >
        <path fill="white" d={`M0 0h${code.side}v${code.side}H0z`} />
        <path fill="black" d={code.path} />
      </svg>
      <p className="share-url">{url}</p>
      <div className="row wrap gap-2">
        <CopyButton kind="main" text={url} label={t('copy_link')} onCopied={shared} />
        <button
          type="button"
          className="btn"
          onClick={() => {
            save(svgFile(code), `${name}.svg`);
            shared();
          }}
        >
          <Icon name="download" />
          SVG
        </button>
        <button type="button" className="btn" onClick={savePng}>
          <Icon name="download" />
          PNG
        </button>
        <a className="btn bare" href={url} target="_blank" rel="noopener noreferrer">
          {t('share.open')}
        </a>
      </div>
    </Dialog>
  );
}
