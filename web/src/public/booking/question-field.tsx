import { Field, Refusal } from '../../look/field';
import type { Question } from '../data';
import { t } from '../text';

type Props = { question: Question; value: string; error?: string; onChange: (value: string) => void };

/** One of the host's questions, asked in its kind. */
export function QuestionField({ question, value, error, onChange }: Props) {
  const name = `answers.${question.id}`;
  const hint = question.required ? undefined : t('form.optional');
  if (question.kind === 'checkbox') {
    return (
      <div>
        <label className="check">
          <input
            type="checkbox"
            name={name}
            checked={value === 'true'}
            aria-invalid={error ? true : undefined}
            aria-required={question.required || undefined}
            onChange={(event) => onChange(event.currentTarget.checked ? 'true' : '')}
          />
          <span>
            {question.label} {hint && <span className="s qq">{hint}</span>}
          </span>
        </label>
        {error && <Refusal text={error} />}
      </div>
    );
  }
  return (
    <Field label={question.label} hint={hint} error={error} isRequired={question.required}>
      {(field) => {
        if (question.kind === 'long_text') {
          return (
            <textarea
              {...field}
              name={name}
              className="input"
              value={value}
              onInput={(event) => onChange(event.currentTarget.value)}
            />
          );
        }
        if (question.kind === 'choice') {
          return (
            <select
              {...field}
              name={name}
              className="input"
              value={value}
              onChange={(event) => onChange(event.currentTarget.value)}
            >
              <option value="">{t('form.choose')}</option>
              {question.choices?.map((choice) => (
                <option key={choice}>{choice}</option>
              ))}
            </select>
          );
        }
        const phone = question.kind === 'phone' ? ({ type: 'tel', autoComplete: 'tel' } as const) : {};
        return (
          <input
            {...field}
            {...phone}
            name={name}
            className="input"
            value={value}
            onInput={(event) => onChange(event.currentTarget.value)}
          />
        );
      }}
    </Field>
  );
}
