import { useState } from 'react';
import type { Problem } from '../../lib/http';
import { addDays, dateIn, dateText, isDate, monthOf, startOfWeek, toInstant } from '../../lib/time';
import { Icon } from '../../look/icon';
import { useListBlocksQuery, useListBookingsQuery } from '../api';
import { useHost } from '../frame/host-context';
import { t } from '../text';
import { Answered, Refused } from '../ui/faces';
import { PageHead } from '../ui/page-head';
import { useQuery } from '../ui/query';
import { useNow } from '../ui/use-now';
import { Blocks } from './blocks';
import { Nothing, SlotList } from './list';
import { KINDS, NewTime } from './new-time';
import { useSlots, VIEWS, type View } from './use-slots';
import type { Chosen } from './week/span';
import { Week } from './week/week';

/** The host's own slots, a week at a time: drawn to scale, or as a list. */
export function SlotsPage() {
  const { profile } = useHost();
  const zone = profile.time_zone;
  const now = useNow();
  const today = dateIn(now, zone);
  const [params, change] = useQuery();
  const asked = params.get('from');
  const weekOf = (date: string) => startOfWeek(date, profile.week_start);
  const from = weekOf(asked && isDate(asked) ? asked : today);
  const to = addDays(from, 6);
  const isList = params.get('layout') === 'list';
  const view = isList ? (VIEWS.find((each) => each === params.get('view')) ?? 'all') : 'all';
  const slots = useSlots(from, to, view);
  const blocks = useListBlocksQuery({
    from: toInstant(from, '00:00', zone),
    to: toInstant(addDays(to, 1), '00:00', zone),
  });
  const blocked = blocks.currentData?.items ?? [];
  const pending = useListBookingsQuery({ view: 'pending', limit: 200 });
  const waiting = new Set(pending.data?.items.map(({ id }) => id));
  const kind = KINDS.find((each) => each === params.get('new'));
  const first = [from, today].sort().at(-1) ?? today;
  const goTo = (date: string) => change({ from: date === weekOf(today) ? null : date, day: null });
  const choose = ({ date, from: at, until }: Chosen) => change({ new: 'opening', date, at, until }, 'push');
  const close = () => change({ new: null, date: null, at: null, until: null });
  // What came of a stretch stands there now; to keep it chosen would hide it.
  const [settled, setSettled] = useState(0);
  const settle = () => {
    setSettled(settled + 1);
    close();
  };
  return (
    <>
      <PageHead
        title={t('slots.week', {
          from: monthOf(from) === monthOf(to) ? Number(from.slice(8)) : dateText(from, 'day'),
          to: dateText(to, 'full'),
        })}
        beside={
          <span className="row gap-0.5">
            <Turn icon="prev" label={t('slots.earlier')} onTurn={() => goTo(addDays(from, -7))} />
            <button type="button" className="btn bare" onClick={() => goTo(weekOf(today))}>
              {t('slots.today')}
            </button>
            <Turn icon="next" label={t('slots.later')} onTurn={() => goTo(addDays(from, 7))} />
          </span>
        }
      >
        <Layouts isList={isList} onList={(list) => change({ layout: list ? 'list' : null, view: null })} />
        <button type="button" className="btn" onClick={() => change({ new: 'block' }, 'push')}>
          {t('slots.new_block')}
        </button>
        <button type="button" className="btn main" onClick={() => change({ new: 'opening' }, 'push')}>
          <Icon name="plus" />
          {t('slots.new_opening')}
        </button>
      </PageHead>
      {isList ? (
        <>
          <Filter view={view} onView={(each) => change({ view: each === 'all' ? null : each })} />
          <section className="sheet list" aria-label={t('slots.title')}>
            <Answered query={slots}>
              {(items) => <SlotList slots={items} waiting={waiting} zone={zone} today={today} />}
            </Answered>
          </section>
          <Blocks blocks={blocked} zone={zone} />
        </>
      ) : (
        <>
          {slots.error !== undefined && (
            <Refused problem={slots.error as Problem} onRetry={() => slots.refetch()} />
          )}
          <Week
            from={from}
            shown={{ slots: slots.data ?? [], blocks: blocked, waiting, zone }}
            now={now}
            isLoading={slots.isLoading}
            isAsking={kind !== undefined}
            settled={settled}
            onChoose={choose}
            onLeave={(date) => goTo(weekOf(date))}
          />
          {slots.data?.length === 0 && (
            <section className="sheet" aria-label={t('slots.none')}>
              <Nothing />
            </section>
          )}
          <Blocks blocks={blocked} zone={zone} />
        </>
      )}
      {kind && <NewTime kind={kind} date={first} zone={zone} onDone={settle} onClose={close} />}
    </>
  );
}

function Turn({ icon, label, onTurn }: { icon: 'prev' | 'next'; label: string; onTurn: () => void }) {
  return (
    <button type="button" className="btn bare icon" onClick={onTurn}>
      <Icon name={icon} />
      <span className="sr">{label}</span>
    </button>
  );
}

function Layouts({ isList, onList }: { isList: boolean; onList: (isList: boolean) => void }) {
  return (
    <fieldset className="pick">
      <legend className="sr">{t('slots.layout')}</legend>
      <button type="button" aria-pressed={!isList} onClick={() => onList(false)}>
        {t('slots.as_week')}
      </button>
      <button type="button" aria-pressed={isList} onClick={() => onList(true)}>
        {t('slots.as_list')}
      </button>
    </fieldset>
  );
}

function Filter({ view, onView }: { view: View; onView: (view: View) => void }) {
  return (
    <fieldset className="pick justify-self-start">
      <legend className="sr">{t('slots.which')}</legend>
      {VIEWS.map((each) => (
        <button key={each} type="button" aria-pressed={each === view} onClick={() => onView(each)}>
          {t(`slots.${each}`)}
        </button>
      ))}
    </fieldset>
  );
}
