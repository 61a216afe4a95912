import { useState } from 'react';
import { Controller, type FieldPathByValue } from 'react-hook-form';
import { Field } from '../../look/field';
import { t } from '../text';
import type { EventTypeValues } from './schema';
import type { SectionProps } from './section';

/** The units that a stretch can be written in, by how many minutes they are. */
const UNITS = [
  [1, 'minutes'],
  [60, 'hours'],
  [1440, 'days'],
] as const;

type Props = SectionProps & { name: FieldPathByValue<EventTypeValues, number>; label: string };

/** A stretch that may be minutes or days: a number and its unit. The form keeps minutes. */
export function DurationInput({ form, name, label }: Props) {
  return (
    <Controller
      control={form.control}
      name={name}
      render={({ field, fieldState }) => (
        <Field label={label} error={fieldState.error?.message}>
          {(own) => <Amount {...field} own={own} label={label} />}
        </Field>
      )}
    />
  );
}

type AmountProps = {
  value: number;
  onChange: (minutes: number) => void;
  onBlur: () => void;
  ref: (element: HTMLInputElement | null) => void;
  own: object;
  label: string;
};

function Amount({ value, onChange, onBlur, ref, own, label }: AmountProps) {
  const [unit, setUnit] = useState(() => unitOf(value));
  // What was thrown away or saved may not be whole in the unit that was chosen.
  const shown = value % unit === 0 || Number.isNaN(value) ? unit : unitOf(value);
  return (
    <span className="amount">
      <input
        {...own}
        ref={ref}
        className="input"
        inputMode="numeric"
        value={Number.isNaN(value) ? '' : value / shown}
        onBlur={onBlur}
        onChange={({ target }) => {
          setUnit(shown);
          onChange(/^\d{1,5}$/.test(target.value) ? Number(target.value) * shown : Number.NaN);
        }}
      />
      <select
        className="input"
        aria-label={t('unit.of', { label })}
        value={shown}
        onChange={({ target }) => {
          setUnit(Number(target.value));
          if (!Number.isNaN(value)) onChange((value / shown) * Number(target.value));
        }}
      >
        {UNITS.map(([minutes, name]) => (
          <option key={name} value={minutes}>
            {t(`unit.${name}`)}
          </option>
        ))}
      </select>
    </span>
  );
}

/** The largest unit in which it is a whole number. */
export function unitOf(minutes: number): number {
  return UNITS.findLast(([unit]) => minutes > 0 && minutes % unit === 0)?.[0] ?? 60;
}
