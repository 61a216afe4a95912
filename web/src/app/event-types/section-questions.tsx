import { useState } from 'react';
import { useFieldArray } from 'react-hook-form';
import { randomKey } from '../../lib/key';
import { Icon } from '../../look/icon';
import { t } from '../text';
import { QuestionEditor } from './question-editor';
import { Section, type SectionProps } from './section';

/** What the customer is asked besides name and e-mail, in the order of the list. */
export function QuestionsSection({ form }: SectionProps) {
  // `id` is the question's own; the list needs another name for its key.
  const list = useFieldArray({ control: form.control, name: 'questions', keyName: 'key' });
  const [dragged, setDragged] = useState<number | null>(null);
  const [said, setSaid] = useState('');
  const count = list.fields.length;
  const add = () =>
    list.append({
      id: `q_${randomKey().slice(0, 8)}`,
      kind: 'text',
      label: '',
      required: false,
      choices: '',
    });
  const move = (from: number, to: number) => {
    if (to < 0 || to >= count || from === to) return;
    list.move(from, to);
    setSaid(t('type.question_moved', { place: to + 1, count }));
  };
  return (
    <Section title={t('type.questions')}>
      {count === 0 && <p className="s q">{t('type.no_questions')}</p>}
      <ol className="questions">
        {list.fields.map((field, index) => (
          <li
            key={field.key}
            className={dragged === index ? 'is-dragged' : ''}
            onDragOver={(event) => {
              if (dragged === null) return;
              event.preventDefault();
              if (dragged === index) return;
              move(dragged, index);
              setDragged(index);
            }}
          >
            <QuestionEditor
              form={form}
              index={index}
              count={count}
              onMove={(to) => move(index, to)}
              onDrag={(isOn) => setDragged(isOn ? index : null)}
              onRemove={() => list.remove(index)}
            />
          </li>
        ))}
      </ol>
      <p className="sr" role="status">
        {said}
      </p>
      <div>
        <button type="button" className="btn" onClick={add}>
          <Icon name="plus" />
          {t('type.question_add')}
        </button>
      </div>
    </Section>
  );
}
