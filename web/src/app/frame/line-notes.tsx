import { useSyncExternalStore } from 'react';
import { useSelector } from 'react-redux';
import { timeText } from '../../lib/time';
import { Note } from '../../look/note';
import { selectLine } from '../live/line-slice';
import type { RootState } from '../store';
import { t } from '../text';

/** Above every page: that nothing gets through, or that a newer client waits. */
export function LineNotes({ zone }: { zone: string }) {
  const isOnline = useSyncExternalStore(onChange, () => navigator.onLine);
  const { lostAt, hasNewVersion } = useSelector<RootState, ReturnType<typeof selectLine>>(selectLine);
  return (
    <>
      {lostAt && (
        <Note kind="now" icon="alert">
          <p>
            <b className="font-strong text-ink">{t(isOnline ? 'line.no_server' : 'line.lost')}</b>{' '}
            {t('line.lost_what', { time: timeText(lostAt, zone) })}
          </p>
        </Note>
      )}
      {hasNewVersion && (
        <Note kind="open" icon="retry">
          <p>{t('version.new')}</p>
          <button type="button" className="btn text" onClick={() => location.reload()}>
            {t('version.load')}
          </button>
        </Note>
      )}
    </>
  );
}

/** The device knows whether it has a line at all; with one it is the server that is away. */
function onChange(tell: () => void): () => void {
  window.addEventListener('online', tell);
  window.addEventListener('offline', tell);
  return () => {
    window.removeEventListener('online', tell);
    window.removeEventListener('offline', tell);
  };
}
