import { useRef } from 'react';
import { Field } from '../../look/field';
import { Icon } from '../../look/icon';
import { t } from '../text';
import type { Errors } from './draft';

type Props = { guests: string[]; most: number; errors: Errors; onChange: (guests: string[]) => void };

/** Who comes along. The focus goes with what was added, and to what is left when one is taken out. */
export function Guests({ guests, most, errors, onChange }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const change = (next: string[], focus: number) => {
    onChange(next);
    requestAnimationFrame(() => {
      const fields = box.current?.querySelectorAll<HTMLElement>('input') ?? [];
      (fields[focus] ?? box.current?.querySelector<HTMLElement>('.add'))?.focus();
    });
  };
  return (
    <div ref={box} className="stack tight">
      {guests.map((guest, index) => (
        <div key={index} className="row items-end">
          <div className="grow">
            <Field label={t('form.guest', { number: index + 1 })} error={errors[`guests.${index}`]}>
              {(field) => (
                <input
                  {...field}
                  className="input"
                  type="email"
                  value={guest}
                  onInput={(event) => onChange(guests.with(index, event.currentTarget.value))}
                />
              )}
            </Field>
          </div>
          <button
            type="button"
            className="btn bare icon"
            onClick={() =>
              change(
                guests.filter((_, other) => other !== index),
                Math.min(index, guests.length - 2),
              )
            }
          >
            <Icon name="x" />
            <span className="sr">{t('form.guest_remove', { number: index + 1 })}</span>
          </button>
        </div>
      ))}
      {guests.length < most && (
        <div>
          <button
            type="button"
            className="btn bare add -ms-4"
            onClick={() => change([...guests, ''], guests.length)}
          >
            <Icon name="plus" />
            {t('form.guest_add')}
          </button>
        </div>
      )}
    </div>
  );
}
