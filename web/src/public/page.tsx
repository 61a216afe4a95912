import { BookingPage } from './booking/page';
import type { PageData } from './data';
import { HostPage } from './host/page';
import { LandingPage } from './landing/page';
import { NotMePage } from './manage/not-me';
import { ManagePage } from './manage/page';
import { NotFoundPage } from './not-found/page';

/** The page that the server chose for this address. */
export function Page({ data }: { data: PageData }) {
  switch (data.page) {
    case 'landing':
      return <LandingPage />;
    case 'host':
      return <HostPage host={data.host} eventTypes={data.event_types} />;
    case 'event_type':
      return <BookingPage host={data.host} eventType={data.event_type} />;
    case 'manage':
    case 'not_me':
      // Both show the same booking; the address says what it is for.
      return location.pathname.startsWith('/not-me/') ? (
        <NotMePage booking={data.booking} />
      ) : (
        <ManagePage given={data.booking} />
      );
    default:
      return <NotFoundPage />;
  }
}
