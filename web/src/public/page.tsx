import { BookingPage } from './booking/page';
import type { PageData } from './data';
import { HostPage } from './host/page';
import { LandingPage } from './landing/page';
import { NotMePage } from './manage/not-me';
import { ManagePage } from './manage/page';
import { NotFoundPage } from './not-found/page';
import { RefusedPage } from './not-found/refused';

/** The page that the server chose for this address. */
export function Page({ data }: { data: PageData }) {
  switch (data.page) {
    case 'landing':
      return <LandingPage />;
    case 'host':
      return <HostPage host={data.host} eventTypes={data.event_types} />;
    case 'event_type':
      return <BookingPage {...data} eventType={data.event_type} />;
    case 'manage':
      return <ManagePage given={data.booking} near={data.near} reason={data.reason} />;
    case 'not_me':
      return <NotMePage booking={data.booking} wasDone={data.is_done} />;
    case 'refused':
      return <RefusedPage problem={data.problem} />;
    default:
      return <NotFoundPage host={data.host} />;
  }
}
