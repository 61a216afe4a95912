import { useWatch } from 'react-hook-form';
import { spanText } from '../../lib/time';
import { t } from '../text';
import { NumberInput } from '../ui/form';
import type { SectionProps } from './section';

type Name = 'minimum_notice_minutes' | 'cancel_cutoff_minutes' | 'reschedule_cutoff_minutes';

/** Minutes to type, with what they come to in words: nobody knows what 2880 are. */
export function MinutesInput({
  form,
  name,
  label,
  unit,
}: SectionProps & { name: Name; label: string; unit: string }) {
  const minutes = Number(useWatch({ control: form.control, name }));
  const words = minutes > 0 ? spanText(minutes) : t('type.none');
  return <NumberInput form={form} name={name} label={label} hint={words} unit={unit} />;
}
