import { useState } from 'react';
import { cityOf, offsetName } from '../../lib/time';
import { Field } from '../../look/field';
import { Icon } from '../../look/icon';
import { ZonePicker } from '../../look/zone-picker';
import {
  type Schedule,
  useCreateScheduleMutation,
  useDeleteScheduleMutation,
  useListSchedulesQuery,
} from '../api';
import { useHost } from '../frame/host-context';
import { t } from '../text';
import { Answered, Empty, Refused } from '../ui/faces';
import { PageHead } from '../ui/page-head';
import { useQuery } from '../ui/query';
import { useAct } from '../ui/use-act';
import { useNow } from '../ui/use-now';
import { zoneTexts } from '../ui/zone-texts';
import { Overrides } from './overrides';
import { useAutosave } from './use-autosave';
import { WeekEditor } from './week-editor';

/** When the host can be booked. Changes are kept as they are made, and can be undone. */
export function AvailabilityPage() {
  const schedules = useListSchedulesQuery();
  return (
    <Answered query={schedules} title={t('availability.title')}>
      {({ items }) => <Schedules schedules={items.filter(({ archived }) => !archived)} />}
    </Answered>
  );
}

function Schedules({ schedules }: { schedules: Schedule[] }) {
  const { profile } = useHost();
  const [params, change] = useQuery();
  const [create] = useCreateScheduleMutation();
  const { act, isActing, problem } = useAct();
  const schedule =
    schedules.find(({ id }) => id === params.get('schedule')) ??
    schedules.find((each) => each.is_default) ??
    schedules[0];
  const add = async () => {
    const name =
      schedules.length === 0
        ? t('schedule.first_name')
        : t('schedule.next_name', { number: schedules.length + 1 });
    const made = await act(create({ body: { name, time_zone: profile.time_zone, weekly: workWeek() } }));
    if (made) change({ schedule: made.id });
  };
  if (!schedule) {
    return (
      <>
        <PageHead title={t('availability.title')} />
        {problem && <Refused problem={problem} />}
        <section className="sheet">
          <Empty title={t('availability.none')}>
            <p className="q">{t('availability.none_next')}</p>
            <button type="button" className="btn main" disabled={isActing} onClick={add}>
              {t('availability.begin')}
            </button>
          </Empty>
        </section>
      </>
    );
  }
  return (
    <>
      <PageHead
        title={t('availability.title')}
        beside={
          schedules.length > 1 && (
            <label>
              <span className="sr">{t('schedule.which')}</span>
              <select
                className="input short"
                value={schedule.id}
                onChange={(event) => change({ schedule: event.target.value })}
              >
                {schedules.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
          )
        }
      >
        <button type="button" className="btn" disabled={isActing} onClick={add}>
          <Icon name="plus" />
          {t('schedule.new')}
        </button>
      </PageHead>
      {problem && <Refused problem={problem} />}
      <Editor key={schedule.id} schedule={schedule} isOnly={schedules.length === 1} />
    </>
  );
}

function workWeek() {
  const hours = [{ start: '09:00', end: '17:00' }];
  return { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours };
}

/** Edits a copy and saves it when the typing pauses; what can't be saved yet says why at its place. */
function Editor({ schedule, isOnly }: { schedule: Schedule; isOnly: boolean }) {
  const [past, setPast] = useState<Schedule[]>([]);
  const { draft, setDraft, state, problem, typing } = useAutosave(schedule);
  const now = useNow();

  const change = (changes: Partial<Schedule>) => {
    setPast([...past, draft]);
    setDraft({ ...draft, ...changes });
  };
  const undo = () => {
    const before = past.at(-1);
    if (before) setDraft(before);
    setPast(past.slice(0, -1));
  };
  return (
    <div className="contents" {...typing}>
      <div className="row wrap between items-end">
        <Field label={t('schedule.name')}>
          {(field) => (
            <input
              {...field}
              className="input short name-input"
              value={draft.name}
              onChange={(event) => change({ name: event.target.value })}
            />
          )}
        </Field>
        <span className="row gap-2">
          <span className={state === 'wrong' ? 's text-refused' : 's qq'} role="status">
            {STATES[state]}
          </span>
          {past.length > 0 && (
            <button type="button" className="btn" onClick={undo}>
              <Icon name="undo" />
              {t('undo')}
            </button>
          )}
        </span>
      </div>
      {problem && <Refused problem={problem} />}
      <section className="sheet pad" aria-labelledby="week">
        <div className="head">
          <h2 id="week">{t('week.title')}</h2>
          <span className="row">
            <ZonePicker
              zone={draft.time_zone}
              now={now}
              texts={zoneTexts}
              onZone={(time_zone) => change({ time_zone })}
            />
          </span>
        </div>
        <WeekEditor weekly={draft.weekly} onChange={(weekly) => change({ weekly })} />
        <p className="s qq">
          {t('schedule.zone', { city: cityOf(draft.time_zone), offset: offsetName(now, draft.time_zone) })}
        </p>
      </section>
      <Overrides schedule={draft} onChange={(overrides) => change({ overrides })} />
      <Standing schedule={draft} isOnly={isOnly} onDefault={() => change({ is_default: true })} />
    </div>
  );
}

const STATES = { wrong: t('availability.not_saved'), saving: t('saving'), saved: t('saved'), quiet: '' };

function Standing({
  schedule,
  isOnly,
  onDefault,
}: {
  schedule: Schedule;
  isOnly: boolean;
  onDefault: () => void;
}) {
  const [remove] = useDeleteScheduleMutation();
  const { act, isActing, problem } = useAct();
  if (isOnly) return null;
  return (
    <div className="stack tight">
      {problem && <Refused problem={problem} />}
      <div className="row wrap gap-2">
        {schedule.is_default ? (
          <p className="s q">{t('schedule.is_default')}</p>
        ) : (
          <>
            <button type="button" className="btn" onClick={onDefault}>
              {t('schedule.make_default')}
            </button>
            <button
              type="button"
              className="btn refuse"
              disabled={isActing}
              onClick={() => act(remove({ id: schedule.id }))}
            >
              {t('schedule.delete')}
            </button>
          </>
        )}
      </div>
    </div>
  );
}
