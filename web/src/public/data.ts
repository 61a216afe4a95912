import type { Problem } from '../lib/http';
import type { Month } from '../lib/time';
import type { Draft } from './booking/draft';
import type { components } from './schema.gen';

type Schemas = components['schemas'];
export type Host = Schemas['PublicHost'];
export type EventTypeRow = Schemas['ListedEventType'];
export type EventType = Schemas['PublicEventTypeDetail'];
export type Question = Schemas['Question'];
export type Slot = Schemas['Slot'];
export type Slots = Schemas['Slots'];
export type NewBooking = Schemas['NewBooking'];
export type Booking = Schemas['ClientBooking'];

/** What the server puts into a public page: the answers of the API, and its own time where the page is written for one alone. */
export type PageData = { now?: string } & (
  | { page: 'landing' }
  | { page: 'host'; host: Host; event_types: EventTypeRow[] }
  | EventTypeData
  | { page: 'manage'; booking: Booking }
  | { page: 'not_me'; booking: Booking; is_done?: boolean }
  | { page: 'refused'; problem: Problem }
  | { page: 'not_found' }
);

export type EventTypeData = {
  page: 'event_type';
  host: Host;
  event_type: EventType;
  /** The month whose slots these are. */
  month?: Month;
  slots?: Slots | null;
  next_open?: string | null;
  /** What a form without script had sent, and why it was refused. */
  typed?: Draft;
  problem?: Problem;
};

export function readPageData(): PageData {
  const text = document.getElementById('timeslot-data')?.textContent;
  return text ? (JSON.parse(text) as PageData) : { page: 'not_found' };
}
