import { Link } from 'react-router';
import { dateIn, dateText } from '../../lib/time';
import { type Customer, useListCustomersQuery } from '../api';
import { useHost } from '../frame/host-context';
import { ShareLink } from '../overview/share-link';
import { t } from '../text';
import { Answered, Empty } from '../ui/faces';
import { MoreLink } from '../ui/more-link';
import { PageHead } from '../ui/page-head';
import { useQuery } from '../ui/query';
import { Search } from '../ui/search';

export function CustomersPage() {
  const [params, change] = useQuery();
  const q = params.get('q') ?? undefined;
  const customers = useListCustomersQuery({ q, cursor: params.get('cursor') ?? undefined });
  return (
    <>
      <PageHead title={t('customers.title')}>
        <Search
          label={t('customers.search')}
          value={q ?? ''}
          onSearch={(text) => change({ q: text || null, cursor: null })}
        />
      </PageHead>
      <section className="sheet">
        <Answered query={customers}>
          {({ items, next_cursor: next }) =>
            items.length === 0 ? (
              <Empty title={q ? t('customers.none_found') : t('customers.none')}>
                {!q && <ShareLink label={t('copy_link')} />}
              </Empty>
            ) : (
              <>
                <ul className="rows">
                  {items.map((customer) => (
                    <li key={customer.id}>
                      <Row customer={customer} />
                    </li>
                  ))}
                </ul>
                <MoreLink next={next} />
              </>
            )
          }
        </Answered>
      </section>
    </>
  );
}

function Row({ customer }: { customer: Customer }) {
  const { profile } = useHost();
  const { id, name, email, bookings, missed, next_at: next, last_at: last } = customer;
  const day = (instant: string) => dateText(dateIn(instant, profile.time_zone), 'day');
  return (
    <Link className="line-link" to={`/app/customers/${id}`}>
      <span className="face s q" aria-hidden="true">
        {name.charAt(0)}
      </span>
      <span className="grow">
        <b className="font-strong clip block">{name}</b>
        <span className="s q clip block">{email}</span>
      </span>
      <span className="s q text-end">
        {t('customers.bookings', { count: bookings })}
        {missed > 0 && `, ${t('customers.missed', { count: missed })}`}
        <br />
        {next && t('customers.next', { date: day(next) })}
        {!next && last && t('customers.last', { date: day(last) })}
      </span>
    </Link>
  );
}
