import { t } from '../text';
import { Check, NumberInput, TextInput } from '../ui/form';
import { MinutesInput } from './minutes-input';
import { Section, type SectionProps } from './section';

/** Who may book, until when, and how many. */
export function RulesSection({ form }: SectionProps) {
  const asks = form.watch('requires_approval');
  return (
    <Section title={t('type.rules')}>
      <div className="trio">
        <MinutesInput
          form={form}
          name="minimum_notice_minutes"
          label={t('type.notice')}
          unit={t('unit.min')}
        />
        <NumberInput form={form} name="max_per_day" label={t('type.per_day')} hint={t('optional')} />
        <NumberInput form={form} name="max_per_week" label={t('type.per_week')} hint={t('optional')} />
      </div>
      <div className="trio">
        <NumberInput form={form} name="seats" label={t('type.seats')} />
        <NumberInput form={form} name="max_guests" label={t('type.guests')} />
        <TextInput form={form} name="reminders" label={t('type.reminders')} unit={t('unit.min')} />
      </div>
      <div className="pair">
        <MinutesInput
          form={form}
          name="cancel_cutoff_minutes"
          label={t('type.cancel_until')}
          unit={t('unit.min_before')}
        />
        <MinutesInput
          form={form}
          name="reschedule_cutoff_minutes"
          label={t('type.move_until')}
          unit={t('unit.min_before')}
        />
      </div>
      <Check form={form} name="requires_approval" label={t('type.approval')} />
      {asks && (
        <NumberInput
          form={form}
          name="approval_expires_hours"
          label={t('type.approval_hours')}
          unit={t('unit.hours')}
        />
      )}
    </Section>
  );
}
