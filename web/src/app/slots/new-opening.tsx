import { type FormEvent, useState } from 'react';
import { fieldErrors, type Problem } from '../../lib/http';
import { parseMoney } from '../../lib/money';
import { isDate, momentText, parseTime, toInstant, weekdayOf, weekdayText } from '../../lib/time';
import { Field } from '../../look/field';
import { Note } from '../../look/note';
import {
  type EventType,
  type Series,
  useCreateOpeningMutation,
  useCreateOpeningSeriesMutation,
  useListEventTypesQuery,
} from '../api';
import { t } from '../text';
import { Dialog } from '../ui/dialog';
import { Answered, Empty, Refused } from '../ui/faces';

type Props = { date: string; zone: string; onClose: () => void };

/** Publishes time by hand: one slot, several in a row, or the same every week. */
export function NewOpening(props: Props) {
  const eventTypes = useListEventTypesQuery();
  return (
    <Dialog title={t('slots.new_opening')} isOpen onClose={props.onClose}>
      <Answered query={eventTypes}>
        {({ items }) => {
          const open = items.filter(({ archived }) => !archived);
          return open.length === 0 ? (
            <Empty title={t('new_booking.no_types')} />
          ) : (
            <OpeningForm {...props} eventTypes={open} />
          );
        }}
      </Answered>
    </Dialog>
  );
}

type Values = { typeId: string; date: string; time: string; count: number; weeks: number; price: string };

function OpeningForm({ date, zone, onClose, eventTypes }: Props & { eventTypes: EventType[] }) {
  const [values, setValues] = useState<Values>({
    typeId: eventTypes[0]?.id ?? '',
    date,
    time: '09:00',
    count: 1,
    weeks: 1,
    price: '',
  });
  const [createOne, one] = useCreateOpeningMutation();
  const [createSeries, many] = useCreateOpeningSeriesMutation();
  const set = (change: Partial<Values>) => setValues({ ...values, ...change });
  const eventType = eventTypes.find(({ id }) => id === values.typeId);
  const start = parseTime(values.time);
  const price = eventType?.price && values.price ? parseMoney(values.price, eventType.price.currency) : null;
  const problem = (one.error ?? many.error) as Problem | undefined;
  const errors = fieldErrors(problem);
  const total = values.count * values.weeks;
  const isReady = start !== null && isDate(values.date) && (values.price === '' || price !== null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!start || !isReady) return;
    const common = { event_type_id: values.typeId, ...(price ? { price } : {}) };
    if (total === 1) {
      const { data } = await createOne({ body: { ...common, start: toInstant(values.date, start, zone) } });
      if (data) onClose();
      return;
    }
    const { data } = await createSeries({
      body: {
        ...common,
        date: values.date,
        start,
        count_per_day: values.count,
        weeks: values.weeks,
        time_zone: zone,
      },
    });
    if (data && data.skipped.length === 0) onClose();
  };

  if (many.data && many.data.skipped.length > 0)
    return <Skipped series={many.data} zone={zone} onClose={onClose} />;
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
      <div className="pair">
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
        <Field label={t('opening.count')} hint={t('opening.count_hint')} error={errors.count_per_day}>
          {(field) => (
            <input
              {...field}
              className="input num"
              type="number"
              min={1}
              max={24}
              value={values.count}
              onChange={(event) => set({ count: atLeastOne(event.target.value) })}
            />
          )}
        </Field>
        <Field
          label={t('opening.weeks')}
          hint={
            isDate(values.date)
              ? t('opening.weeks_hint', { day: weekdayText(weekdayOf(values.date)) })
              : undefined
          }
          error={errors.weeks}
        >
          {(field) => (
            <input
              {...field}
              className="input num"
              type="number"
              min={1}
              max={52}
              value={values.weeks}
              onChange={(event) => set({ weeks: atLeastOne(event.target.value) })}
            />
          )}
        </Field>
      </div>
      {eventType?.price && (
        <Field
          label={t('opening.price', { currency: eventType.price.currency })}
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

function atLeastOne(text: string): number {
  return Math.max(Math.floor(Number(text)) || 1, 1);
}

/** What of a series was not published, and why. */
function Skipped({ series, zone, onClose }: { series: Series; zone: string; onClose: () => void }) {
  return (
    <>
      <Note kind="now">
        <p>{t('opening.published', { count: series.items.length })}</p>
        <ul>
          {series.skipped.map(({ start, reason }) => (
            <li key={start}>
              {momentText(start, zone)}: {reason}
            </li>
          ))}
        </ul>
      </Note>
      <button type="button" className="btn main justify-self-start" onClick={onClose}>
        {t('seen')}
      </button>
    </>
  );
}
