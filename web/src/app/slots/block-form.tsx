import { type FormEvent, useState } from 'react';
import { fieldErrors, type Problem } from '../../lib/http';
import { isDate, parseTime } from '../../lib/time';
import { Field } from '../../look/field';
import { Note } from '../../look/note';
import { useCreateBlockMutation, useListBookingsQuery } from '../api';
import { t } from '../text';
import { Refused } from '../ui/faces';
import { showUndo } from '../ui/toast-store';
import type { Stretch } from './new-time';
import { useTakeBack } from './use-take-back';
import { instantAt } from './week/span';

type Props = { stretch: Stretch; zone: string; onDone: () => void; onClose: () => void };

/** Time in which the host can't be booked, whatever the hours say. */
export function BlockForm({ stretch, zone, onDone, onClose }: Props) {
  const [values, setValues] = useState({
    from: stretch.date,
    start: stretch.from,
    to: stretch.date,
    end: stretch.until,
    reason: '',
  });
  const takeBack = useTakeBack();
  const [create, { isLoading, error }] = useCreateBlockMutation();
  const set = (change: Partial<typeof values>) => setValues({ ...values, ...change });
  const start = instant(values.from, values.start, zone);
  const end = instant(values.to, values.end, zone);
  const isTurned = start !== null && end !== null && end <= start;
  const stays = useStaying(start, end);
  const problem = error as Problem | undefined;
  const errors = fieldErrors(problem);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!start || !end || isTurned) return;
    const { data } = await create({
      body: { start, end, ...(values.reason.trim() ? { reason: values.reason.trim() } : {}) },
    });
    if (!data) return;
    showUndo([t('block.done'), stays].filter(Boolean).join(' '), () => void takeBack.block(data.id));
    onDone();
  };

  const noTime = (text: string) => (parseTime(text) ? undefined : t('choice.no_time', { text }));
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <div className="pair">
        <Field label={t('block.from')}>
          {(field) => (
            <input
              {...field}
              className="input"
              type="date"
              value={values.from}
              onChange={(event) => set({ from: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('opening.start')} error={noTime(values.start) ?? errors.start}>
          {(field) => (
            <input
              {...field}
              className="input num"
              value={values.start}
              onChange={(event) => set({ start: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('block.to')}>
          {(field) => (
            <input
              {...field}
              className="input"
              type="date"
              value={values.to}
              onChange={(event) => set({ to: event.target.value })}
            />
          )}
        </Field>
        <Field
          label={t('block.end')}
          error={noTime(values.end) ?? (isTurned ? t('block.turned') : errors.end)}
        >
          {(field) => (
            <input
              {...field}
              className="input num"
              value={values.end}
              onChange={(event) => set({ end: event.target.value })}
            />
          )}
        </Field>
      </div>
      <Field label={t('block.reason')} hint={t('block.reason_hint')} error={errors.reason}>
        {(field) => (
          <input
            {...field}
            className="input"
            maxLength={200}
            value={values.reason}
            onChange={(event) => set({ reason: event.target.value })}
          />
        )}
      </Field>
      {stays && <Note kind="now">{stays}</Note>}
      {problem && Object.keys(errors).length === 0 && <Refused problem={problem} />}
      <div className="row wrap gap-2">
        <button type="submit" className="btn main" disabled={isLoading || !start || !end || isTurned}>
          {t('block.do')}
        </button>
        <button type="button" className="btn bare" onClick={onClose}>
          {t('drop')}
        </button>
      </div>
    </form>
  );
}

/** A block takes no booking away; the host should know which ones stay in it. */
function useStaying(start: string | null, end: string | null): string | null {
  const upcoming = useListBookingsQuery({ view: 'upcoming', limit: 200 });
  const pending = useListBookingsQuery({ view: 'pending', limit: 200 });
  const known = [upcoming, pending].flatMap(({ data }) => data?.items ?? []);
  const inside = [...new Map(known.map((booking) => [booking.id, booking])).values()].filter(
    (booking) => start && end && booking.start < end && booking.end > start,
  );
  if (inside.length === 0) return null;
  const names = inside.map(({ customer }) => customer.name).join(', ');
  return t('block.booked', { count: inside.length, names });
}

function instant(date: string, text: string, zone: string): string | null {
  const time = parseTime(text);
  return time && isDate(date) ? instantAt(date, time, zone) : null;
}
