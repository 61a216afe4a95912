import { type HostSlot, useListHostSlotsQuery } from '../api';

export const VIEWS = ['all', 'available', 'booked', 'past'] as const;
export type View = (typeof VIEWS)[number];

/** The slots of some days. The server knows three views; all of them together are three questions. */
export function useSlots(from: string, to: string, view: View) {
  const of = (each: View) => ({ skip: view !== 'all' && view !== each });
  const queries = [
    useListHostSlotsQuery({ from, to, view: 'available' }, of('available')),
    useListHostSlotsQuery({ from, to, view: 'booked' }, of('booked')),
    useListHostSlotsQuery({ from, to, view: 'past' }, of('past')),
  ].filter(({ isUninitialized }) => !isUninitialized);
  const isReady = queries.every(({ data }) => data !== undefined);
  const slots = queries
    .flatMap(({ data }) => data?.items ?? [])
    .sort((a, b) => a.start.localeCompare(b.start));
  return {
    data: isReady ? (slots satisfies HostSlot[]) : undefined,
    error: queries.find(({ error }) => error)?.error,
    isLoading: !isReady,
    refetch: () => queries.map(({ refetch }) => refetch()),
  };
}
