import { useFieldArray } from 'react-hook-form';
import { Icon } from '../../look/icon';
import { t } from '../text';
import { NumberInput, TextInput } from '../ui/form';
import { Section, type SectionProps } from './section';

/** What it costs, and what comes back when the customer cancels. */
export function PriceSection({ form }: SectionProps) {
  const ladder = useFieldArray({ control: form.control, name: 'refund_ladder' });
  const hasPrice = form.watch('price').trim() !== '';
  return (
    <Section title={t('type.price_title')}>
      <div className="pair">
        <TextInput
          form={form}
          name="price"
          inputMode="decimal"
          label={t('type.price')}
          hint={t('type.price_hint')}
        />
        <TextInput
          form={form}
          name="currency"
          label={t('type.currency')}
          maxLength={3}
          autoCapitalize="characters"
        />
      </div>
      {hasPrice && (
        <div className="stack tight">
          <p className="label">{t('type.refunds')}</p>
          {ladder.fields.map((field, index) => (
            <div key={field.id} className="row items-end">
              <div className="pair grow">
                <NumberInput
                  form={form}
                  name={`refund_ladder.${index}.hours_before`}
                  label={t('type.refund_hours')}
                  unit={t('unit.hours')}
                />
                <NumberInput
                  form={form}
                  name={`refund_ladder.${index}.percent`}
                  label={t('type.refund_percent')}
                  unit="%"
                />
              </div>
              <button type="button" className="btn bare icon" onClick={() => ladder.remove(index)}>
                <Icon name="x" />
                <span className="sr">{t('type.refund_remove', { number: index + 1 })}</span>
              </button>
            </div>
          ))}
          <div>
            <button
              type="button"
              className="btn"
              onClick={() => ladder.append({ hours_before: 24, percent: 100 })}
            >
              <Icon name="plus" />
              {t('type.refund_add')}
            </button>
          </div>
        </div>
      )}
    </Section>
  );
}
