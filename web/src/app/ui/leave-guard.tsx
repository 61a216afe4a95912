import { useEffect, useRef, useState } from 'react';
import { type Path, useBlocker } from 'react-router';
import { t } from '../text';
import { Dialog } from './dialog';
import { useUnsaved } from './unsaved';

/** What one is in: a page, or the section of it that its address names. */
function placeOf({ pathname, search }: Path): string {
  return `${pathname} ${new URLSearchParams(search).get('section') ?? ''}`;
}

/**
 * Asks before a page, or a section of one, with something unsaved is left: within the dashboard by a sheet, and by the browser before the window is
 * closed. `save` tells whether it was saved; without it there is nothing to save halfway, only to keep or to let go. `letGo` lets
 * the next step pass, once all is saved or thrown away on purpose.
 */
export function useLeaveGuard(isDirty: boolean, save?: () => Promise<boolean>) {
  const asks = useRef(isDirty);
  const [isSaving, setSaving] = useState(false);
  useUnsaved(isDirty);
  useEffect(() => {
    asks.current = isDirty;
    if (!isDirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isDirty]);
  // Whoever has logged out on purpose can save nothing any more.
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      asks.current &&
      placeOf(currentLocation) !== placeOf(nextLocation) &&
      nextLocation.pathname !== '/login',
  );
  const letGo = () => {
    asks.current = false;
  };
  const stay = () => blocker.reset?.();
  // The sheet makes way first: what is refused takes the focus to its field.
  const saveAndGo = async () => {
    setSaving(true);
    const isSaved = await save?.();
    setSaving(false);
    if (isSaved) blocker.proceed?.();
    else stay();
  };
  const guard = (
    <Dialog title={t('leave.title')} isOpen={blocker.state === 'blocked' && !isSaving} onClose={stay}>
      <p className="q">{t(save ? 'leave.what' : 'leave.what_typed')}</p>
      <div className="row wrap gap-2">
        {save && (
          <button type="button" className="btn main" onClick={saveAndGo}>
            {t('leave.save')}
          </button>
        )}
        <button type="button" className={save ? 'btn' : 'btn main'} onClick={stay}>
          {t('leave.stay')}
        </button>
        <button type="button" className="btn refuse" onClick={() => blocker.proceed?.()}>
          {t(save ? 'leave.do' : 'leave.do_typed')}
        </button>
      </div>
    </Dialog>
  );
  return { guard, letGo };
}
