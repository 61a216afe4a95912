import type { InputHTMLAttributes, ReactNode } from 'react';
import type { FieldValues, Path, RegisterOptions, UseFormReturn } from 'react-hook-form';
import { type Problem, sentence } from '../../lib/http';
import { Field } from '../../look/field';
import { Refused } from './faces';

type Base<T extends FieldValues> = {
  form: UseFormReturn<T>;
  name: Path<T>;
  label: string;
  hint?: string;
  /** Nothing is wrong with it yet, whatever the form finds: nobody has been there. */
  isFresh?: boolean;
  options?: RegisterOptions<T, Path<T>>;
};

type InputProps<T extends FieldValues> = Base<T> &
  Omit<InputHTMLAttributes<HTMLInputElement>, 'form' | 'name'> & { unit?: string };

export function TextInput<T extends FieldValues>({
  form,
  name,
  label,
  hint,
  isFresh,
  options,
  unit,
  ...rest
}: InputProps<T>) {
  const { error } = form.getFieldState(name, form.formState);
  return (
    <Field label={label} hint={hint} error={isFresh ? undefined : error?.message}>
      {(field) => {
        const input = <input className="input" {...rest} {...field} {...form.register(name, options)} />;
        if (!unit) return input;
        return (
          <span className="unit">
            {input}
            <span aria-hidden="true">{unit}</span>
          </span>
        );
      }}
    </Field>
  );
}

/** A whole number; empty is `null`. */
export function NumberInput<T extends FieldValues>(props: InputProps<T>) {
  const toNumber = (value: unknown) =>
    value === '' || value === null || value === undefined ? null : Number(value);
  return (
    <TextInput
      inputMode="numeric"
      {...props}
      options={{ setValueAs: toNumber } as RegisterOptions<T, Path<T>>}
    />
  );
}

export function TextArea<T extends FieldValues>({ form, name, label, hint }: Base<T>) {
  const { error } = form.getFieldState(name, form.formState);
  return (
    <Field label={label} hint={hint} error={error?.message}>
      {(field) => <textarea className="input" {...field} {...form.register(name)} />}
    </Field>
  );
}

export function Select<T extends FieldValues>({
  form,
  name,
  label,
  hint,
  options,
  children,
}: Base<T> & { children: ReactNode }) {
  const { error } = form.getFieldState(name, form.formState);
  return (
    <Field label={label} hint={hint} error={error?.message}>
      {(field) => (
        <select className="input" {...field} {...form.register(name, options)}>
          {children}
        </select>
      )}
    </Field>
  );
}

export function Check<T extends FieldValues>({ form, name, label, hint }: Base<T>) {
  return (
    <label className="check">
      <input type="checkbox" {...form.register(name)} />
      <span>
        {label} {hint && <span className="s qq">{hint}</span>}
      </span>
    </label>
  );
}

/**
 * Puts the server's refusals at their fields; those without a field stay with the form. Gives the focus to the first. `names`
 * tells where the form calls something otherwise.
 */
export function placeProblem<T extends FieldValues>(
  form: UseFormReturn<T>,
  problem: Problem,
  names: Record<string, Path<T>> = {},
): void {
  const errors = problem.errors ?? [];
  const elsewhere: string[] = [];
  errors.forEach(({ field, message }, index) => {
    const path = shownPath(form.getValues(), names[field] ?? field);
    const said = sentence(message);
    if (path) form.setError(path as Path<T>, { type: 'server', message: said }, { shouldFocus: index === 0 });
    else elsewhere.push(said);
  });
  if (elsewhere.length > 0) form.setError('root', { type: 'server', message: elsewhere.join(' ') });
  if (errors.length === 0)
    form.setError('root', { type: problem.status === 0 ? 'line' : 'server', message: problem.detail });
}

/**
 * The form's own field for a field of the server: `price.amount_minor` is shown at `price`, `location` at its first part;
 * `null` if there is none.
 */
function shownPath(values: unknown, field: string): string | null {
  const path: string[] = [];
  let value = values;
  for (const name of field.replaceAll(/\[(\d+)\]/g, '.$1').split('.')) {
    if (typeof value !== 'object' || value === null) break;
    if (!(name in value)) return null;
    path.push(name);
    value = (value as Record<string, unknown>)[name];
  }
  while (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const [first] = Object.keys(value);
    if (!first) break;
    path.push(first);
    value = (value as Record<string, unknown>)[first];
  }
  return Array.isArray(value) ? null : path.join('.');
}

/** What was refused as a whole, or at fields that this form doesn't show. */
export function FormRefusal<T extends FieldValues>({ form }: { form: UseFormReturn<T> }) {
  const { message: detail, type } = form.formState.errors.root ?? {};
  const status = type === 'line' ? 0 : 422;
  return detail ? <Refused problem={{ type: '', title: '', status, detail }} /> : null;
}
