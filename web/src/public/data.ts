import type { Problem } from '../lib/http';
import type { Instant, Month } from '../lib/time';
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

/**
 * What can be said about a start: `closed` was open or could be, `not_offered` never was. `near` are open starts around it, in
 * order.
 */
export type Fate = {
  is: 'open' | 'taken' | 'closed' | 'late' | 'past' | 'not_offered' | 'withdrawn';
  start: Instant;
  /** Where it is open: an opening may be longer or shorter than its kind. */
  end?: Instant | null;
  near: Instant[];
};

/** What the server puts into a public page: the answers of the API, and its own time where the page is written for one alone. */
export type PageData = { now?: string } & (
  | { page: 'landing' }
  | { page: 'host'; host: Host; event_types: EventTypeRow[] }
  | EventTypeData
  | ManageData
  | { page: 'not_me'; booking: Booking; is_done?: boolean }
  | { page: 'refused'; problem: Problem }
  | NotFoundData
);

/** Nothing is here; the host whose page may help, where there is one. */
export type NotFoundData = { page: 'not_found'; host?: { handle: string; name: string } | null };

export type ManageData = {
  page: 'manage';
  booking: Booking;
  /** A word to the host that was begun before the script came. */
  reason?: string;
  /** The nearest open starts to which it could be moved. */
  near?: string[];
  /** The month to choose from, where the address asks for one. */
  slots?: Slots | null;
  next_open?: string | null;
};

export type EventTypeData = {
  page: 'event_type';
  host: Host;
  event_type: EventType;
  /** The month whose slots these are. */
  month?: Month;
  slots?: Slots | null;
  next_open?: string | null;
  /** What can be said about the start that the address names. */
  fate?: Fate | null;
  /** What a form without script had sent, and why it was refused. */
  typed?: Draft;
  problem?: Problem;
};

export function readPageData(): PageData {
  const text = document.getElementById('timeslot-data')?.textContent;
  return text ? (JSON.parse(text) as PageData) : { page: 'not_found' };
}
