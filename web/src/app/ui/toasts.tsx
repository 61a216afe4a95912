import { useEffect, useState, useSyncExternalStore } from 'react';
import { Link } from 'react-router';
import { Icon } from '../../look/icon';
import { t } from '../text';
import { type Toast, toastStore } from './toast-store';

/** Long enough to read it and to reach its button; whoever points at it or is in it has all the time. */
const SHOWN_MS = 12_000;

/** What just happened, at the page's edge. Both regions stand from the start, so that readers notice what comes into them. */
export function Toasts() {
  const toasts = useSyncExternalStore(toastStore.subscribe, toastStore.get);
  const [isHeld, setHeld] = useState(false);
  const list = (isBad: boolean) =>
    toasts
      .filter((toast) => toast.isBad === isBad)
      .map((toast) => <Message key={toast.id} toast={toast} isHeld={isHeld} />);
  return (
    <section
      className="toasts"
      aria-label={t('toasts')}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <div role="alert">{list(true)}</div>
      <div role="status">{list(false)}</div>
    </section>
  );
}

function Message({ toast, isHeld }: { toast: Toast; isHeld: boolean }) {
  const { id, text, isBad, act } = toast;
  useEffect(() => {
    if (isHeld || isBad) return;
    const timer = setTimeout(() => toastStore.drop(id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [id, isHeld, isBad]);
  const drop = () => toastStore.drop(id);
  return (
    <div className={isBad ? 'toast refused' : 'toast'}>
      <Icon name={isBad ? 'alert' : 'check'} />
      <p className="grow">{text}</p>
      {act && 'to' in act && (
        <Link className="btn text" to={act.to} onClick={drop}>
          {act.label}
        </Link>
      )}
      {act && 'run' in act && (
        <button
          type="button"
          className="btn text"
          onClick={() => {
            drop();
            act.run();
          }}
        >
          {act.label}
        </button>
      )}
      <button type="button" className="btn bare icon" onClick={drop}>
        <Icon name="x" />
        <span className="sr">{t('toast.drop')}</span>
      </button>
    </div>
  );
}
