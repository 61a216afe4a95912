import { useEffect } from 'react';
import { useSelector } from 'react-redux';
import { instantOf, nowMs } from '../../lib/time';
import { api } from '../api';
import { type RootState, useAppDispatch } from '../store';
import { t } from '../text';
import { showNote } from '../ui/toast-store';
import { lineFound, lineLost, selectLine } from './line-slice';

const PROBE_MS = 4_000;

/** Since when nothing gets through to the server, or `null`; tries again by itself and catches up once it is back. */
export function useLine() {
  const { lostAt } = useSelector<RootState, ReturnType<typeof selectLine>>(selectLine);
  const dispatch = useAppDispatch();
  const isLost = lostAt !== null;

  useEffect(() => {
    const lose = () => dispatch(lineLost(instantOf(nowMs())));
    window.addEventListener('offline', lose);
    return () => window.removeEventListener('offline', lose);
  }, [dispatch]);

  useEffect(() => {
    if (!isLost) return;
    const probe = async () => {
      if (!(await isReachable())) return;
      dispatch(lineFound());
      dispatch(
        api.util.invalidateTags(['Session', 'Bookings', 'Slots', 'Deliveries', 'Schedules', 'EventTypes']),
      );
      showNote(t('line.back'));
    };
    const timer = setInterval(probe, PROBE_MS);
    window.addEventListener('online', probe);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', probe);
    };
  }, [dispatch, isLost]);
  return lostAt;
}

async function isReachable(): Promise<boolean> {
  try {
    return (await fetch('/healthz', { cache: 'no-store' })).ok;
  } catch {
    return false;
  }
}
