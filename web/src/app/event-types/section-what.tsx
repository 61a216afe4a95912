import { useHost } from '../frame/host-context';
import { t } from '../text';
import { Check, Select, TextArea, TextInput } from '../ui/form';
import { Section, type SectionProps } from './section';
import { slugOf } from './values';

const PLACES = ['link', 'phone', 'in_person'] as const;

/** What it is called, where it is found and where it takes place. */
export function WhatSection({ form, isNew }: SectionProps & { isNew: boolean }) {
  const { profile } = useHost();
  const kind = form.watch('location.kind');
  // The address follows the title until someone gives it another.
  const follow = (event: { target: { value: string } }) => {
    if (!isNew || form.getFieldState('slug').isDirty) return;
    form.setValue('slug', slugOf(event.target.value), { shouldValidate: form.formState.isSubmitted });
  };
  return (
    <Section title={t('type.what')}>
      <TextInput form={form} name="title" label={t('type.title')} options={{ onChange: follow }} />
      <TextInput
        form={form}
        name="slug"
        label={t('type.address')}
        hint={t('type.address_hint', { url: profile.public_url.replace(/^https?:\/\//, '') })}
      />
      <TextArea form={form} name="description" label={t('type.description')} hint={t('optional')} />
      <div className="pair">
        <Select form={form} name="location.kind" label={t('type.where')}>
          {/* Without a Google account none can be chosen, but one that was chosen stays. */}
          {(kind === 'google_meet' ? ([...PLACES, kind] as const) : PLACES).map((place) => (
            <option key={place} value={place}>
              {t(`place.${place}`)}
            </option>
          ))}
        </Select>
        {kind !== 'google_meet' && (
          <TextInput form={form} name="location.value" label={t(`type.where_${kind}`)} />
        )}
      </div>
      <div>
        <Check form={form} name="active" label={t('type.active')} />
        <Check form={form} name="is_listed" label={t('type.listed')} hint={t('type.listed_hint')} />
      </div>
    </Section>
  );
}
