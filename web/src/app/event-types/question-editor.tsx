import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Icon } from '../../look/icon';
import { t } from '../text';
import { Check, Select, TextArea, TextInput } from '../ui/form';
import type { SectionProps } from './section';

const KINDS = ['text', 'long_text', 'phone', 'choice', 'checkbox'] as const;

type Props = SectionProps & {
  index: number;
  count: number;
  onMove: (to: number) => void;
  /** The pointer took hold of the question, or let it go. */
  onDrag: (isOn: boolean) => void;
  onRemove: () => void;
};

/** One question: what is asked and how it is answered. Its handle moves it, by pointer or by arrow keys. */
export function QuestionEditor({ form, index, count, onMove, onDrag, onRemove }: Props) {
  const handle = useRef<HTMLButtonElement>(null);
  const follows = useRef(false);
  // Where the list is put into another order the browser lets go of the focus.
  useEffect(() => {
    if (follows.current) handle.current?.focus();
    follows.current = false;
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!step) return;
    event.preventDefault();
    follows.current = true;
    onMove(index + step);
  };
  const number = index + 1;
  // One that is added after a failed save has not failed yet.
  const { submitCount } = form.formState;
  const [bornAt] = useState(submitCount);
  const label = `questions.${index}.label` as const;
  const isFresh =
    bornAt > 0 && submitCount === bornAt && !form.getFieldState(label, form.formState).isTouched;
  return (
    <fieldset className="question stack">
      <legend className="sr">{t('type.question', { number })}</legend>
      <div className="row items-start">
        <button
          ref={handle}
          type="button"
          className="btn bare icon grip"
          draggable={count > 1}
          disabled={count < 2}
          onDragStart={() => onDrag(true)}
          onDragEnd={() => onDrag(false)}
          onKeyDown={onKeyDown}
        >
          <Icon name="grip" />
          <span className="sr">{t('type.question_grip', { number, count })}</span>
        </button>
        <div className="pair grow">
          <TextInput form={form} name={label} label={t('type.question', { number })} isFresh={isFresh} />
          <Select form={form} name={`questions.${index}.kind`} label={t('type.question_kind')}>
            {KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {t(`question.${kind}`)}
              </option>
            ))}
          </Select>
        </div>
      </div>
      {form.watch(`questions.${index}.kind`) === 'choice' && (
        <TextArea
          form={form}
          name={`questions.${index}.choices`}
          label={t('type.choices')}
          hint={t('type.choices_hint')}
        />
      )}
      <div className="row wrap between">
        <Check form={form} name={`questions.${index}.required`} label={t('type.question_required')} />
        <span className="row wrap gap-0">
          <button type="button" className="btn bare" disabled={index === 0} onClick={() => onMove(index - 1)}>
            {t('type.question_up')}
          </button>
          <button
            type="button"
            className="btn bare"
            disabled={index === count - 1}
            onClick={() => onMove(index + 1)}
          >
            {t('type.question_down')}
          </button>
          <button type="button" className="btn bare refuse" onClick={onRemove}>
            {t('type.question_remove')}
          </button>
        </span>
      </div>
    </fieldset>
  );
}
