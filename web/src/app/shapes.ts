import type { PageAccount, PageBuriedJob, PageHostSlot } from './api.gen';

/** What some lists hold; the document names only the lists. */
export type Account = PageAccount['items'][number];
export type BuriedJob = PageBuriedJob['items'][number];
export type HostSlot = PageHostSlot['items'][number];
