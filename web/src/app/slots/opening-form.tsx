import { type FormEvent, useState } from 'react';
import { Link } from 'react-router';
import { fieldErrors, type Problem } from '../../lib/http';
import { parseMoney } from '../../lib/money';
import { addMinutes, isDate, parseTime, rangeText, toInstant, weekdayOf, weekdayText } from '../../lib/time';
import { Field } from '../../look/field';
import {
  type EventType,
  type Opening,
  useCreateOpeningMutation,
  useCreateOpeningSeriesMutation,
} from '../api';
import { t } from '../text';
import { Empty, Refused } from '../ui/faces';
import { showNote, showUndo } from '../ui/toast-store';
import type { Stretch } from './new-time';
import { Skipped } from './skipped';
import { useTakeBack } from './use-take-back';
import { slotsBetween } from './week/span';

type Props = { stretch: Stretch; zone: string; eventTypes: EventType[]; onClose: () => void };
type Values = {
  typeId: string;
  date: string;
  time: string;
  count: number | null;
  weeks: number;
  price: string;
};

/** So many can be taken back one by one in a moment. */
const MOST_UNDONE = 50;

/** Publishes time by hand: one slot, several in a row, or the same every week. */
export function OpeningForm({ stretch, zone, eventTypes, onClose }: Props) {
  const [values, setValues] = useState<Values>({
    typeId: eventTypes[0]?.id ?? '',
    date: stretch.date,
    time: stretch.from,
    count: null,
    weeks: 1,
    price: '',
  });
  const [createOne, one] = useCreateOpeningMutation();
  const [createSeries, many] = useCreateOpeningSeriesMutation();
  const takeBack = useTakeBack();
  const set = (change: Partial<Values>) => setValues({ ...values, ...change });
  const eventType = eventTypes.find(({ id }) => id === values.typeId);
  if (!eventType) return <NoTypes />;

  const { duration_minutes: length, price: usual } = eventType;
  const count = values.count ?? slotsBetween(stretch.from, stretch.until, length);
  const start = parseTime(values.time);
  const price = usual && values.price ? parseMoney(values.price, usual.currency) : null;
  const problem = (one.error ?? many.error) as Problem | undefined;
  const errors = fieldErrors(problem);
  const total = count * values.weeks;
  const isReady = start !== null && isDate(values.date) && (values.price === '' || price !== null);
  const begin = isReady ? toInstant(values.date, start, zone) : null;

  const published = (items: Opening[]) => {
    const text = t('opening.done', { count: items.length });
    if (items.length > MOST_UNDONE) showNote(text);
    else showUndo(text, () => void takeBack.openings(items.map(({ id }) => id)));
    onClose();
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!begin || !start) return;
    const common = { event_type_id: eventType.id, ...(price ? { price } : {}) };
    if (total === 1) {
      const { data } = await createOne({ body: { ...common, start: begin } });
      if (data) published([data]);
      return;
    }
    const series = { date: values.date, start, count_per_day: count, weeks: values.weeks, time_zone: zone };
    const { data } = await createSeries({ body: { ...common, ...series } });
    if (data && data.skipped.length === 0) published(data.items);
  };

  if (many.data && many.data.skipped.length > 0)
    return <Skipped series={many.data} zone={zone} onClose={onClose} />;
  const weekday = isDate(values.date) ? weekdayText(weekdayOf(values.date)) : '';
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <Field label={t('new_booking.type')} error={errors.event_type_id}>
        {(field) => (
          <select
            {...field}
            className="input"
            value={values.typeId}
            onChange={(event) => set({ typeId: event.target.value })}
          >
            {eventTypes.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        )}
      </Field>
      <div className="trio dated">
        <Field label={t('choice.date')} error={errors.date}>
          {(field) => (
            <input
              {...field}
              className="input"
              type="date"
              value={values.date}
              onChange={(event) => set({ date: event.target.value })}
            />
          )}
        </Field>
        <Field
          label={t('opening.start')}
          error={start ? errors.start : t('choice.no_time', { text: values.time })}
        >
          {(field) => (
            <input
              {...field}
              className="input num"
              value={values.time}
              onChange={(event) => set({ time: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('opening.count')} error={errors.count_per_day}>
          {(field) => (
            <input
              {...field}
              className="input num"
              type="number"
              min={1}
              max={24}
              value={count}
              onChange={(event) => set({ count: whole(event.target.value, 24) })}
            />
          )}
        </Field>
      </div>
      <div className="row wrap gap-2">
        <fieldset className="pick">
          <legend className="sr">{t('opening.repeat')}</legend>
          <button type="button" aria-pressed={values.weeks === 1} onClick={() => set({ weeks: 1 })}>
            {t('opening.once')}
          </button>
          <button
            type="button"
            aria-pressed={values.weeks > 1}
            onClick={() => set({ weeks: Math.max(values.weeks, 4) })}
          >
            {t('opening.every', { day: weekday })}
          </button>
        </fieldset>
        {values.weeks > 1 && (
          <label className="row gap-2">
            <span className="s">{t('opening.weeks')}</span>
            <input
              className="input short num weeks"
              type="number"
              min={2}
              max={52}
              value={values.weeks}
              onChange={(event) => set({ weeks: whole(event.target.value, 52) })}
            />
          </label>
        )}
      </div>
      {usual && (
        <Field
          label={t('opening.price', { currency: usual.currency })}
          hint={t('optional')}
          error={errors.price ?? (values.price && !price ? t('field.price') : undefined)}
        >
          {(field) => (
            <input
              {...field}
              className="input num"
              inputMode="decimal"
              value={values.price}
              onChange={(event) => set({ price: event.target.value })}
            />
          )}
        </Field>
      )}
      {begin && (
        <p className="s q">
          {t('opening.sketch', {
            range: rangeText(begin, addMinutes(begin, length * count), zone),
            count: values.weeks,
          })}
        </p>
      )}
      {problem && Object.keys(errors).length === 0 && <Refused problem={problem} />}
      <div className="row wrap gap-2">
        <button type="submit" className="btn main" disabled={!isReady || one.isLoading || many.isLoading}>
          {t('opening.do', { count: total })}
        </button>
        <button type="button" className="btn bare" onClick={onClose}>
          {t('drop')}
        </button>
      </div>
    </form>
  );
}

function NoTypes() {
  return (
    <Empty title={t('new_booking.no_types')}>
      <Link className="btn main" to="/app/event-types/new">
        {t('types.new')}
      </Link>
    </Empty>
  );
}

function whole(text: string, most: number): number {
  return Math.min(Math.max(Math.floor(Number(text)) || 1, 1), most);
}
