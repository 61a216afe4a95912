import { Note } from '../../look/note';
import { t } from '../text';

/** Beside a form whose copy on the server has changed. Saving keeps both; the host may still want to begin from theirs. */
export function ChangedElsewhere({ onLoad }: { onLoad: () => void }) {
  return (
    <Note kind="now">
      <p role="status">{t('elsewhere.changed')}</p>
      <button type="button" className="btn text" onClick={onLoad}>
        {t('elsewhere.load')}
      </button>
    </Note>
  );
}
