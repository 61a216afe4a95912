import { useEffect, useRef } from 'react';
import { useBlocker } from 'react-router';
import { t } from '../text';
import { Dialog } from './dialog';

/**
 * Asks before a page with something unsaved is left: within the dashboard by a sheet, and by the browser before the window is
 * closed. `letGo` lets the next step pass, once all is saved or thrown away on purpose.
 */
export function useLeaveGuard(isDirty: boolean) {
  const asks = useRef(isDirty);
  useEffect(() => {
    asks.current = isDirty;
    if (!isDirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isDirty]);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => asks.current && currentLocation.pathname !== nextLocation.pathname,
  );
  const letGo = () => {
    asks.current = false;
  };
  const guard = (
    <Dialog title={t('leave.title')} isOpen={blocker.state === 'blocked'} onClose={() => blocker.reset?.()}>
      <p className="q">{t('leave.what')}</p>
      <div className="row wrap gap-2">
        <button type="button" className="btn main" onClick={() => blocker.reset?.()}>
          {t('leave.stay')}
        </button>
        <button type="button" className="btn refuse" onClick={() => blocker.proceed?.()}>
          {t('leave.do')}
        </button>
      </div>
    </Dialog>
  );
  return { guard, letGo };
}
