import { type FormEvent, useState } from 'react';
import { Link } from 'react-router';
import { fieldErrors } from '../../lib/http';
import { parseMoney } from '../../lib/money';
import { addMinutes, isDate, momentText, parseTime, rangeText, toInstant } from '../../lib/time';
import { Field } from '../../look/field';
import type { EventType } from '../api';
import { t } from '../text';
import { DoneBut } from '../ui/done-but';
import { Empty, Refused } from '../ui/faces';
import type { Stretch } from './new-time';
import { Repeat, whole } from './repeat';
import { usePublish } from './use-publish';
import { slotsBetween } from './week/span';

type Props = {
  stretch: Stretch;
  zone: string;
  eventTypes: EventType[];
  onDone: () => void;
  onClose: () => void;
};
type Values = {
  typeId: string;
  date: string;
  time: string;
  count: number | null;
  weeks: number;
  price: string;
};

/** Publishes time by hand: one slot, several in a row, or the same every week. */
export function OpeningForm({ stretch, zone, eventTypes, onDone, onClose }: Props) {
  const [values, setValues] = useState<Values>({
    typeId: eventTypes[0]?.id ?? '',
    date: stretch.date,
    time: stretch.from,
    count: null,
    weeks: 1,
    price: '',
  });
  const { publish, isPublishing, problem, partly } = usePublish(zone, onDone);
  const set = (change: Partial<Values>) => setValues({ ...values, ...change });
  const eventType = eventTypes.find(({ id }) => id === values.typeId);
  if (!eventType) return <NoTypes />;

  const { duration_minutes: length, price: usual } = eventType;
  const count = values.count ?? slotsBetween(stretch.from, stretch.until, length);
  const start = parseTime(values.time);
  const price = usual && values.price ? parseMoney(values.price, usual.currency) : null;
  const errors = fieldErrors(problem);
  const total = count * values.weeks;
  const isReady = start !== null && isDate(values.date) && (values.price === '' || price !== null);
  const begin = isReady ? toInstant(values.date, start, zone) : null;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!start || !isReady) return;
    void publish({ eventTypeId: eventType.id, date: values.date, start, count, weeks: values.weeks, price });
  };

  if (partly) {
    const skipped = partly.skipped.map(({ start, reason }) => `${momentText(start, zone)}: ${reason}`);
    const published = t('opening.published', { count: partly.items.length });
    return <DoneBut done={published} but={skipped} onSeen={onDone} />;
  }
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
      <Repeat date={values.date} weeks={values.weeks} onWeeks={(weeks) => set({ weeks })} />
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
        <button type="submit" className="btn main" disabled={!isReady || isPublishing}>
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
