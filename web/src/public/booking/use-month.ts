import { useEffect } from 'react';
import { useAppDispatch, useAppSelector } from '../store';
import { goneForgotten, loadMonth, type MonthQuery, monthKey } from './slots-slice';

const STRUCK_FOR = 8_000;

/** A month's slots, kept true: asked for when first shown and again whenever the server says that slots changed. */
export function useMonth(query: MonthQuery) {
  const dispatch = useAppDispatch();
  const loaded = useAppSelector((state) => state.slots.months[monthKey(query)]);
  const gone = useAppSelector((state) => state.slots.gone);
  const nextOpen = useAppSelector((state) => state.slots.nextOpen);
  const { handle, slug, month, zone } = query;
  const isKnown = loaded !== undefined;

  useEffect(() => {
    if (!isKnown) void dispatch(loadMonth({ handle, slug, month, zone }));
  }, [dispatch, isKnown, handle, slug, month, zone]);

  useEffect(() => {
    if (typeof EventSource === 'undefined') return;
    const reload = () => void dispatch(loadMonth({ handle, slug, month, zone }));
    const source = new EventSource(`/api/v1/client/pages/${handle}/${slug}/stream`);
    source.addEventListener('slots', reload);
    // A line that was cut may have missed something.
    let wasCut = false;
    source.onerror = () => {
      wasCut = true;
    };
    source.onopen = () => {
      if (wasCut) reload();
      wasCut = false;
    };
    addEventListener('online', reload);
    return () => {
      source.close();
      removeEventListener('online', reload);
    };
  }, [dispatch, handle, slug, month, zone]);

  useEffect(() => {
    if (gone.length === 0) return;
    const timer = setTimeout(() => dispatch(goneForgotten(gone.map(({ start }) => start))), STRUCK_FOR);
    return () => clearTimeout(timer);
  }, [dispatch, gone]);

  return {
    slots: loaded?.slots ?? null,
    problem: loaded?.problem ?? null,
    isLoading: loaded?.slots == null && loaded?.problem == null,
    gone,
    nextOpen,
    /** The first open start from this month on. */
    later: loaded?.nextOpen ?? null,
    reload: () => void dispatch(loadMonth(query)),
  };
}
