import { type ReactNode, useId } from 'react';
import { Icon } from './icon';

/** What an input must carry so that its label, hint and problem belong to it. */
export type FieldProps = {
  id: string;
  'aria-invalid'?: true;
  'aria-describedby'?: string;
  'aria-required'?: true;
};

type Props = {
  label: string;
  hint?: string;
  error?: string;
  isRequired?: boolean;
  children: (props: FieldProps) => ReactNode;
};

/** One labelled input with its hint and, if it was refused, what is wrong with it. */
export function Field({ label, hint, error, isRequired, children }: Props) {
  const id = useId();
  const problemId = `${id}-p`;
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {hint && <span className="hint"> {hint}</span>}
      </label>
      {children({
        id,
        ...(isRequired ? { 'aria-required': true } : {}),
        ...(error ? { 'aria-invalid': true, 'aria-describedby': problemId } : {}),
      })}
      {error && <Refusal id={problemId} text={error} />}
    </div>
  );
}

export function Refusal({ id, text }: { id?: string; text: string }) {
  return (
    <p className="problem" id={id}>
      <Icon name="alert" small />
      <span>{text}</span>
    </p>
  );
}

/** Moves the reader to the first refused field of a form, once it is drawn. */
export function focusFirstError(form: HTMLElement | null): void {
  requestAnimationFrame(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}
