import { useFieldArray } from 'react-hook-form';
import { randomKey } from '../../lib/key';
import { Icon } from '../../look/icon';
import { t } from '../text';
import { Check, Select, TextArea, TextInput } from '../ui/form';
import { Section, type SectionProps } from './section';

const KINDS = ['text', 'long_text', 'phone', 'choice', 'checkbox'] as const;

/** What the customer is asked besides name and e-mail. */
export function QuestionsSection({ form }: SectionProps) {
  // `id` is the question's own; the list needs another name for its key.
  const list = useFieldArray({ control: form.control, name: 'questions', keyName: 'key' });
  const add = () =>
    list.append({
      id: `q_${randomKey().slice(0, 8)}`,
      kind: 'text',
      label: '',
      required: false,
      choices: '',
    });
  return (
    <Section title={t('type.questions')}>
      {list.fields.length === 0 && <p className="s q">{t('type.no_questions')}</p>}
      {list.fields.map((field, index) => (
        <fieldset key={field.key} className="question stack">
          <legend className="sr">{t('type.question', { number: index + 1 })}</legend>
          <div className="pair">
            <TextInput
              form={form}
              name={`questions.${index}.label`}
              label={t('type.question', { number: index + 1 })}
            />
            <Select form={form} name={`questions.${index}.kind`} label={t('type.question_kind')}>
              {KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`question.${kind}`)}
                </option>
              ))}
            </Select>
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
            <span className="row gap-0">
              <button
                type="button"
                className="btn bare"
                disabled={index === 0}
                onClick={() => list.move(index, index - 1)}
              >
                {t('type.question_up')}
              </button>
              <button type="button" className="btn bare" onClick={() => list.remove(index)}>
                {t('type.question_remove')}
              </button>
            </span>
          </div>
        </fieldset>
      ))}
      <div>
        <button type="button" className="btn" onClick={add}>
          <Icon name="plus" />
          {t('type.question_add')}
        </button>
      </div>
    </Section>
  );
}
