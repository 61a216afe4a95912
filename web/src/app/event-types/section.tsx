import { type ReactNode, useId } from 'react';
import type { Path, UseFormReturn } from 'react-hook-form';
import type { EventTypeValues } from './schema';

export type SectionProps = { form: UseFormReturn<EventTypeValues> };

export function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className="sheet pad stack wide" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

/** Whether one of these fields was refused. */
export function hasErrorIn(
  { getFieldState, formState }: SectionProps['form'],
  names: Path<EventTypeValues>[],
): boolean {
  return names.some((name) => getFieldState(name, formState).invalid);
}
