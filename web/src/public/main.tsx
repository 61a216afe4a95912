import './public.css';
import { createRoot } from 'react-dom/client';
import { Provider } from 'react-redux';
import { dateIn, monthOf, setNow } from '../lib/time';
import { monthGiven } from './booking/slots-slice';
import { recallHours } from './clock';
import { type PageData, readPageData } from './data';
import { Page } from './page';
import { makeStore, type Store } from './store';

/** Puts the month that came with the page into the store, so that nothing is asked for twice. */
function takeSlots(store: Store, data: PageData): void {
  if (data.page !== 'event_type' || !data.slots || !data.now) return;
  const { slots, host, event_type: eventType } = data;
  const zone = slots.time_zone;
  const month = monthOf(dateIn(data.now, zone));
  store.dispatch(monthGiven({ query: { handle: host.handle, slug: eventType.slug, month, zone }, slots }));
}

const data = readPageData();
if (data.now) setNow(data.now);
recallHours();
const store = makeStore();
takeSlots(store, data);

const root = document.getElementById('root');
if (root) {
  root.replaceChildren();
  createRoot(root).render(
    <Provider store={store}>
      <Page data={data} />
    </Provider>,
  );
}
