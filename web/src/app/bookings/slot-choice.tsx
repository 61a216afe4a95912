import { useState } from 'react';
import { dateIn, isDate, parseTime, timeText, toInstant } from '../../lib/time';
import { Field } from '../../look/field';
import { useListHostSlotsQuery } from '../api';
import { t } from '../text';
import { Answered } from '../ui/faces';
import { useNow } from '../ui/use-now';

type Props = {
  eventTypeId: string;
  zone: string;
  value: string | null;
  /** What the server says about the time. */
  error?: string;
  onChange: (start: string | null) => void;
};

/** A day, its open times, and room for any other time: the host isn't bound to the offered ones. */
export function SlotChoice({ eventTypeId, zone, value, error, onChange }: Props) {
  const today = dateIn(useNow(), zone);
  const [date, setDate] = useState(value ? dateIn(value, zone) : today);
  const [time, setTime] = useState('');
  const other = time ? parseTime(time) : null;
  const slots = useListHostSlotsQuery(
    { from: date, to: date, view: 'available', eventTypeId },
    { skip: !isDate(date) },
  );
  return (
    <div className="stack">
      <div className="pair">
        <Field label={t('choice.date')}>
          {(field) => (
            <input
              {...field}
              className="input"
              type="date"
              value={date}
              min={today}
              onChange={(event) => {
                setDate(event.target.value);
                onChange(null);
              }}
            />
          )}
        </Field>
        <Field label={t('choice.other')} error={time && !other ? t('choice.no_time', { text: time }) : error}>
          {(field) => (
            <input
              {...field}
              className="input num"
              placeholder="14:30"
              value={time}
              onChange={(event) => {
                setTime(event.target.value);
                const typed = parseTime(event.target.value);
                onChange(typed && isDate(date) ? toInstant(date, typed, zone) : null);
              }}
            />
          )}
        </Field>
      </div>
      {isDate(date) && (
        <Answered query={slots}>
          {({ items }) =>
            items.length === 0 ? (
              <p className="s q">{t('choice.none')}</p>
            ) : (
              <fieldset className="row wrap gap-2">
                <legend className="sr">{t('choice.open')}</legend>
                {items.map(({ start }) => (
                  <button
                    key={start}
                    type="button"
                    className={value === start ? 'btn main num' : 'btn num'}
                    aria-pressed={value === start}
                    onClick={() => {
                      setTime('');
                      onChange(start);
                    }}
                  >
                    {timeText(start, zone)}
                  </button>
                ))}
              </fieldset>
            )
          }
        </Answered>
      )}
    </div>
  );
}
