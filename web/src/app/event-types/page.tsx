import { Link } from 'react-router';
import { formatMoney } from '../../lib/money';
import { durationText } from '../../lib/time';
import { Icon } from '../../look/icon';
import { Length } from '../../look/line';
import { type EventType, useListEventTypesQuery, useUpdateEventTypeMutation } from '../api';
import { useHost } from '../frame/host-context';
import { ShareButton } from '../share/share-button';
import { t } from '../text';
import { CopyButton } from '../ui/copy-button';
import { Answered, Empty, Refused } from '../ui/faces';
import { PageHead } from '../ui/page-head';
import { Switch } from '../ui/switch';
import { showUndo } from '../ui/toast-store';
import { useAct } from '../ui/use-act';

/** The kinds of meetings that can be booked, by their length. */
export function EventTypesPage() {
  const eventTypes = useListEventTypesQuery();
  return (
    <>
      <PageHead title={t('types.title')}>
        <Link className="btn main" to="/app/event-types/new">
          <Icon name="plus" />
          {t('types.new')}
        </Link>
      </PageHead>
      <section className="sheet">
        <Answered query={eventTypes}>
          {({ items }) => {
            const shown = items.filter(({ archived }) => !archived);
            return shown.length === 0 ? (
              <Empty title={t('types.none')}>
                <p className="q">{t('types.none_next')}</p>
                <Link className="btn" to="/app/event-types/new">
                  {t('types.new')}
                </Link>
              </Empty>
            ) : (
              <ul className="rows">
                {shown.map((eventType) => (
                  <li key={eventType.id} className="type-row">
                    <Row eventType={eventType} />
                  </li>
                ))}
              </ul>
            );
          }}
        </Answered>
      </section>
    </>
  );
}

function Row({ eventType }: { eventType: EventType }) {
  const { profile } = useHost();
  const [update] = useUpdateEventTypeMutation();
  const { act, problem } = useAct();
  const turn = async (on: boolean) => {
    if ((await act(update({ id, body: { active: on } }))) === undefined) return;
    const back = () => void update({ id, body: { active: !on } });
    showUndo(t(on ? 'types.turned_on' : 'types.turned_off', { title }), back);
  };
  const { id, title, duration_minutes: minutes, price, active, visibility, url } = eventType;
  return (
    <>
      <Link className="line-link grow" to={`/app/event-types/${id}`}>
        <span className="type-length">
          <Length minutes={minutes} kind={active ? '' : 'p'} />
          <span className="s q num">{durationText(minutes)}</span>
        </span>
        <span className="grow">
          <b className="font-strong">{title}</b>
          <span className="s q block first-letter:uppercase">
            {[
              price && formatMoney(price, profile.locale),
              visibility === 'unlisted' && t('types.unlisted'),
              eventType.requires_approval && t('types.approval'),
            ]
              .filter(Boolean)
              .join(', ')}
          </span>
        </span>
      </Link>
      <span className="row type-acts">
        <CopyButton kind="bare" text={url} label={t('copy_link')} />
        <ShareButton kind="bare" url={url} title={title} label={t('share.qr_short')} />
        <Switch hidden label={t('types.active', { title })} isOn={active} onChange={turn} />
      </span>
      {problem && <Refused problem={problem} />}
    </>
  );
}
