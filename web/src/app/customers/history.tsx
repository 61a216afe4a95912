import { Link, useParams } from 'react-router';
import { dateIn, dateText, momentText } from '../../lib/time';
import { Icon } from '../../look/icon';
import { type CustomerHistory, useGetCustomerQuery } from '../api';
import { RowChip } from '../bookings/state-chip';
import { useHost } from '../frame/host-context';
import { t } from '../text';
import { Answered } from '../ui/faces';
import { PageHead } from '../ui/page-head';

/** One customer with everything they booked. */
export function CustomerPage() {
  const { id = '' } = useParams();
  const history = useGetCustomerQuery({ id });
  return (
    <Answered query={history} title={t('customers.one')}>
      {(data) => <History history={data} />}
    </Answered>
  );
}

function History({ history: { customer, bookings } }: { history: CustomerHistory }) {
  const { profile } = useHost();
  const zone = profile.time_zone;
  const { first_at: first } = customer;
  const facts = [
    t('customers.bookings', { count: customer.bookings }),
    t('customers.missed', { count: customer.missed }),
    first && t('customers.since', { date: dateText(dateIn(first, zone), 'full') }),
    customer.letters_stopped && t('customers.letters_stopped'),
  ];
  return (
    <>
      <PageHead
        title={customer.name}
        beside={
          <Link className="btn bare" to="/app/customers">
            <Icon name="prev" />
            {t('customers.all')}
          </Link>
        }
      >
        <a className="btn" href={`mailto:${customer.email}`}>
          <Icon name="mail" />
          {customer.email}
        </a>
      </PageHead>
      <p className="q">{facts.filter(Boolean).join(', ')}</p>
      <section className="sheet" aria-label={t('bookings.title')}>
        <ul className="rows">
          {bookings.map((booking) => (
            <li key={booking.id}>
              <Link className="line-link" to={`/app/bookings/${booking.id}`}>
                <span className="grow">
                  <b className="font-strong block num">{momentText(booking.start, zone)}</b>
                  <span className="s q">{booking.event_type.title}</span>
                </span>
                <RowChip booking={booking} />
                <Icon name="next" />
              </Link>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
