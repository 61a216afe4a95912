import { momentText } from '../../lib/time';
import { Note } from '../../look/note';
import type { Series } from '../api';
import { t } from '../text';

/** What of a series was not published, and why. */
export function Skipped({ series, zone, onClose }: { series: Series; zone: string; onClose: () => void }) {
  return (
    <>
      <Note kind="now">
        <p>{t('opening.published', { count: series.items.length })}</p>
        <ul>
          {series.skipped.map(({ start, reason }) => (
            <li key={start}>
              {momentText(start, zone)}: {reason}
            </li>
          ))}
        </ul>
      </Note>
      <button type="button" className="btn main justify-self-start" onClick={onClose}>
        {t('seen')}
      </button>
    </>
  );
}
