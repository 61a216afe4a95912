import { Note } from '../../look/note';
import { t } from '../text';

/** While there is no connection: what is shown may be old, and nothing typed is lost. */
export function Offline() {
  return <Note kind="now">{t('offline')}</Note>;
}
