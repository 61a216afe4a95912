import { useSelector } from 'react-redux';
import { timeText } from '../../lib/time';
import { Note } from '../../look/note';
import { selectLine } from '../live/line-slice';
import { useLine } from '../live/use-line';
import type { RootState } from '../store';
import { t } from '../text';

/** Above every page: that nothing gets through, or that a newer client waits. */
export function LineNotes({ zone }: { zone: string }) {
  const lostAt = useLine();
  const { hasNewVersion } = useSelector<RootState, ReturnType<typeof selectLine>>(selectLine);
  return (
    <>
      {lostAt && (
        <Note kind="now" icon="alert">
          <p>
            <b className="font-strong text-ink">{t('line.lost')}</b>{' '}
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
