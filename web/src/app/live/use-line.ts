import { useEffect, useRef } from 'react';
import { useSelector } from 'react-redux';
import { instantOf, nowMs } from '../../lib/time';
import { api, TAGS } from '../api';
import { type RootState, useAppDispatch } from '../store';
import { t } from '../text';
import { showNote } from '../ui/toast-store';
import { lineFound, lineLost, selectLine } from './line-slice';

const PROBE_MS = 4_000;

/** Notices that nothing gets through to the server, tries again by itself, and catches up once it is back. */
export function useLine(): void {
  const { lostAt, isLive } = useSelector<RootState, ReturnType<typeof selectLine>>(selectLine);
  const dispatch = useAppDispatch();
  const isLost = lostAt !== null;

  useEffect(() => {
    const lose = () => dispatch(lineLost(instantOf(nowMs())));
    window.addEventListener('offline', lose);
    return () => window.removeEventListener('offline', lose);
  }, [dispatch]);

  // A page that asks for nothing itself learns of it by the stream.
  const wasLive = useRef(false);
  useEffect(() => {
    const isCut = wasLive.current && !isLive;
    wasLive.current = isLive;
    if (!isCut) return;
    const cutAt = instantOf(nowMs());
    void isReachable().then((isThere) => {
      if (!isThere) dispatch(lineLost(cutAt));
    });
  }, [dispatch, isLive]);

  useEffect(() => {
    if (!isLost) return;
    const probe = async () => {
      if (!(await isReachable())) return;
      dispatch(lineFound());
      dispatch(api.util.invalidateTags([...TAGS]));
      showNote(t('line.back'));
    };
    const timer = setInterval(probe, PROBE_MS);
    window.addEventListener('online', probe);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', probe);
    };
  }, [dispatch, isLost]);
}

async function isReachable(): Promise<boolean> {
  try {
    return (await fetch('/healthz', { cache: 'no-store' })).ok;
  } catch {
    return false;
  }
}
