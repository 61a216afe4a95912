import { t } from '../text';
import { Fold } from '../ui/fold';
import { Check, NumberInput, TextInput } from '../ui/form';
import { DurationInput } from './duration-input';
import { changesInWords, limitsInWords, remindersInWords } from './in-words';
import { hasErrorIn, Section, type SectionProps } from './section';

/** Who may book and how many; folded, what is rarely changed. */
export function RulesSection({ form }: SectionProps) {
  const values = form.watch();
  return (
    <Section title={t('type.rules')}>
      <div className="pair">
        <NumberInput form={form} name="seats" label={t('type.seats')} />
        <NumberInput form={form} name="max_guests" label={t('type.guests')} />
      </div>
      <div className="stack tight">
        <Check form={form} name="requires_approval" label={t('type.approval')} />
        {values.requires_approval && (
          <div className="pair">
            <NumberInput
              form={form}
              name="approval_expires_hours"
              label={t('type.approval_hours')}
              unit={t('unit.hours')}
            />
          </div>
        )}
      </div>
      <div className="folds">
        <Fold
          title={t('type.limits')}
          summary={limitsInWords(values)}
          hasError={hasErrorIn(form, ['max_per_day', 'max_per_week'])}
        >
          <div className="pair">
            <NumberInput form={form} name="max_per_day" label={t('type.per_day')} hint={t('optional')} />
            <NumberInput form={form} name="max_per_week" label={t('type.per_week')} hint={t('optional')} />
          </div>
        </Fold>
        <Fold
          title={t('type.changes')}
          summary={changesInWords(values)}
          hasError={hasErrorIn(form, ['cancel_cutoff_minutes', 'reschedule_cutoff_minutes'])}
        >
          <div className="pair">
            <DurationInput form={form} name="cancel_cutoff_minutes" label={t('type.cancel_until')} />
            <DurationInput form={form} name="reschedule_cutoff_minutes" label={t('type.move_until')} />
          </div>
        </Fold>
        <Fold
          title={t('type.reminders_title')}
          summary={remindersInWords(values.reminders)}
          hasError={hasErrorIn(form, ['reminders'])}
        >
          <TextInput
            form={form}
            name="reminders"
            label={t('type.reminders')}
            hint={t('type.reminders_hint')}
          />
        </Fold>
      </div>
    </Section>
  );
}
