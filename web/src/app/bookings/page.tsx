import { Link, useNavigate, useParams } from 'react-router';
import { Icon } from '../../look/icon';
import { useGetOverviewQuery, useListBookingsQuery, useListEventTypesQuery } from '../api';
import { useHost } from '../frame/host-context';
import { ShareButton } from '../share/share-button';
import { t } from '../text';
import { CopyButton } from '../ui/copy-button';
import { Answered, Empty } from '../ui/faces';
import { MoreLink } from '../ui/more-link';
import { PageHead } from '../ui/page-head';
import { useQuery } from '../ui/query';
import { Search } from '../ui/search';
import { Detail } from './detail';
import { BookingList } from './list';

const VIEWS = ['upcoming', 'pending', 'past', 'cancelled'] as const;
type View = (typeof VIEWS)[number];

/** All bookings in four views, and beside them the one that was opened. What is shown stands in the address. */
export function BookingsPage() {
  const { id } = useParams();
  const { isLive } = useHost();
  const [params, change] = useQuery();
  const view = VIEWS.find((each) => each === params.get('view')) ?? 'upcoming';
  const eventTypeId = params.get('event_type') ?? undefined;
  const q = params.get('q') ?? undefined;
  const navigate = useNavigate();
  // Another view is another list; the booking beside the old one closes.
  const show = (chosen: View) => {
    const query = new URLSearchParams(params);
    query.set('view', chosen);
    query.delete('cursor');
    void navigate({ pathname: '/app/bookings', search: query.toString() }, { replace: !id });
  };
  const bookings = useListBookingsQuery({ view, eventTypeId, q, cursor: params.get('cursor') ?? undefined });
  return (
    <>
      <PageHead title={t('bookings.title')} beside={isLive && <span className="live">{t('live')}</span>}>
        <Search
          label={t('bookings.search')}
          value={q ?? ''}
          onSearch={(text) => change({ q: text || null, cursor: null })}
        />
        <Link className="btn main" to="/app/bookings/new">
          <Icon name="plus" />
          {t('bookings.new')}
        </Link>
      </PageHead>
      <div className="row wrap between filters">
        <Views view={view} onView={show} />
        <EventTypeFilter
          value={eventTypeId}
          onChange={(chosen) => change({ event_type: chosen, cursor: null })}
        />
      </div>
      <div className={id ? 'split' : ''}>
        <section className="sheet list" aria-label={t(`bookings.${view}`)}>
          <Answered query={bookings}>
            {(data) =>
              data.items.length === 0 ? (
                <Nothing view={view} isFiltered={Boolean(q || eventTypeId)} />
              ) : (
                <>
                  <BookingList bookings={data.items} />
                  <MoreLink next={data.next_cursor} />
                </>
              )
            }
          </Answered>
        </section>
        {id && <Detail key={id} id={id} />}
      </div>
    </>
  );
}

function Views({ view, onView }: { view: View; onView: (view: View) => void }) {
  const counts = useGetOverviewQuery().data?.counts;
  const count: Partial<Record<View, number>> = { upcoming: counts?.upcoming, pending: counts?.pending };
  return (
    <fieldset className="pick">
      <legend className="sr">{t('bookings.which')}</legend>
      {VIEWS.map((each) => (
        <button key={each} type="button" aria-pressed={each === view} onClick={() => onView(each)}>
          {t(`bookings.${each}`)}
          {count[each] !== undefined && (
            <span className={each === 'pending' && count[each] ? 'now-ink b num' : 'q num'}>
              {count[each]}
            </span>
          )}
        </button>
      ))}
    </fieldset>
  );
}

function EventTypeFilter({ value, onChange }: { value?: string; onChange: (value: string | null) => void }) {
  const { data } = useListEventTypesQuery();
  if (!data || data.items.length < 2) return null;
  return (
    <label>
      <span className="sr">{t('bookings.of_type')}</span>
      <select
        className="input short"
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value || null)}
      >
        <option value="">{t('bookings.all_types')}</option>
        {data.items.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}

function Nothing({ view, isFiltered }: { view: View; isFiltered: boolean }) {
  const { profile } = useHost();
  if (isFiltered) return <Empty title={t('bookings.none_found')} />;
  if (view !== 'upcoming') return <Empty title={t(`bookings.none_${view}`)} />;
  return (
    <Empty title={t('bookings.none')}>
      <p className="q">{t('bookings.share')}</p>
      <div className="row wrap gap-2">
        <CopyButton kind="main" text={profile.public_url} label={t('copy_link')} />
        <ShareButton url={profile.public_url} title={profile.name} label={t('share.qr_short')} />
      </div>
    </Empty>
  );
}
