import './public.css';
import { createRoot } from 'react-dom/client';
import { Provider } from 'react-redux';
import { dateIn, deviceZone, instantOf, nowMs, setNow } from '../lib/time';
import { draftOf } from './booking/draft';
import { loadMonth, monthGiven } from './booking/slots-slice';
import { monthIn } from './booking/which';
import { recallHours, zoneInAddress } from './clock';
import { type PageData, readPageData } from './data';
import { Page } from './page';
import { makeStore, type Store } from './store';

/**
 * Puts the month that came with the page into the store. It was cut by the host's dates; on another clock it shows at
 * once, and what differs at the month's edges is asked for.
 */
function takeSlots(store: Store, data: PageData): void {
  if ((data.page !== 'event_type' && data.page !== 'manage') || !data.slots) return;
  const { slots } = data;
  const { host, event_type: eventType } = data.page === 'manage' ? data.booking : data;
  const zone = zoneInAddress() ?? (data.page === 'manage' ? data.booking.time_zone : deviceZone());
  const month = monthIn(dateIn(instantOf(nowMs()), zone));
  // The device's clock, or its zone, may stand in another month than the server's.
  if (data.page === 'event_type' && month !== data.month) return;
  const query = { handle: host.handle, slug: eventType.slug, month, zone };
  const inMonth = slots.slots.filter(({ start }) => dateIn(start, zone).startsWith(month));
  const nextOpen = data.next_open ?? null;
  store.dispatch(monthGiven({ query, slots: { ...slots, slots: inMonth }, nextOpen }));
  if (slots.time_zone !== zone) void store.dispatch(loadMonth(query));
}

/** Draws the page in the place of what the server wrote; what was typed and where the reader stood stay. */
function takeOver(root: HTMLElement): void {
  const typed = draftOf(root.querySelector('form.form'));
  const reason = root.querySelector<HTMLTextAreaElement>('textarea[name=reason]')?.value;
  if (data.page === 'manage' && reason) data.reason = reason;
  const stood = document.activeElement?.getAttribute('name');
  if (data.page === 'event_type' && typed) data.typed = typed;
  root.replaceChildren();
  createRoot(root).render(
    <Provider store={store}>
      <Page data={data} />
    </Provider>,
  );
  if (stood) root.querySelector<HTMLElement>(`[name="${CSS.escape(stood)}"]`)?.focus();
}

const data = readPageData();
if (data.now) setNow(data.now);
recallHours();
const store = makeStore();
takeSlots(store, data);

const root = document.getElementById('root');
if (root) takeOver(root);
