import { zodResolver } from '@hookform/resolvers/zod';
import type { FormEvent } from 'react';
import { useForm } from 'react-hook-form';
import * as z from 'zod/mini';
import type { Problem } from '../../lib/http';
import { WEEKDAYS, type Weekday, weekdayText } from '../../lib/time';
import { ZonePicker } from '../../look/zone-picker';
import { type Profile, useUpdateProfileMutation } from '../api';
import { name } from '../auth/schema';
import { useHost } from '../frame/host-context';
import { t } from '../text';
import { ChangedElsewhere } from '../ui/changed-elsewhere';
import { FormRefusal, NumberInput, placeProblem, Select, TextArea, TextInput } from '../ui/form';
import { useLeaveGuard } from '../ui/leave-guard';
import { useNow } from '../ui/use-now';
import { changesIn, useTheirs } from '../ui/use-theirs';
import { zoneTexts } from '../ui/zone-texts';
import { localeChoices } from './locales';
import { Sheet } from './sheet';

const link = z
  .string()
  .check(z.trim(), z.regex(/^(https?:\/\/\S+|mailto:\S+)?$/, { error: () => t('field.link') }));

const schema = z.object({
  name,
  handle: z
    .string()
    .check(z.trim(), z.regex(/^[a-z0-9](?:[a-z0-9-]{1,28})[a-z0-9]$/, { error: () => t('field.handle') })),
  bio: z.string(),
  time_zone: z.string(),
  locale: z.string().check(z.trim(), z.minLength(2, { error: () => t('field.missing') })),
  week_start: z.enum(WEEKDAYS),
  max_per_day: z.nullable(
    z
      .int({ error: () => t('field.whole') })
      .check(z.minimum(1, { error: () => t('field.least', { least: 1 }) })),
  ),
  privacy_url: link,
  terms_url: link,
  contact_url: link,
});
type Values = z.infer<typeof schema>;

function toValues(profile: Profile): Values {
  const { name, handle, bio, time_zone, locale, privacy_url, terms_url, contact_url } = profile;
  const links = {
    privacy_url: privacy_url ?? '',
    terms_url: terms_url ?? '',
    contact_url: contact_url ?? '',
  };
  // The API writes the day as text; it knows the same seven.
  const week_start = profile.week_start as Weekday;
  const max_per_day = profile.max_per_day ?? null;
  return { name, handle, bio, time_zone, locale, week_start, max_per_day, ...links };
}

function toBody({ privacy_url, terms_url, contact_url, ...values }: Values) {
  return {
    ...values,
    privacy_url: privacy_url || null,
    terms_url: terms_url || null,
    contact_url: contact_url || null,
  };
}

/** What customers see, and what all event types share. */
export function ProfileForm() {
  const { profile } = useHost();
  const form = useForm<Values>({ resolver: zodResolver(schema), defaultValues: toValues(profile) });
  const [update, { isLoading, isSuccess }] = useUpdateProfileMutation();
  const now = useNow();
  const zone = form.watch('time_zone');
  const theirs = useTheirs(form, toValues(profile));
  const save = async () => {
    let isSaved = false;
    await form.handleSubmit(async (values) => {
      const before = toBody(form.formState.defaultValues as Values);
      const { data, error } = await update({ body: changesIn(before, toBody(values)) });
      if (data) theirs.saved(toValues(data));
      else placeProblem(form, error as Problem);
      isSaved = data !== undefined;
    })();
    return isSaved;
  };
  const { guard } = useLeaveGuard(form.formState.isDirty, save);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save();
  };
  return (
    <Sheet
      title={t('settings.profile')}
      about={profile.is_public ? profile.public_url : t('profile.not_public')}
    >
      <form className="stack wide" noValidate onSubmit={submit}>
        {guard}
        {theirs.isBehind && <ChangedElsewhere onLoad={theirs.load} />}
        <FormRefusal form={form} />
        <div className="pair">
          <TextInput form={form} name="name" label={t('field.name')} autoComplete="name" />
          <TextInput form={form} name="handle" label={t('profile.handle')} hint={t('profile.handle_hint')} />
        </div>
        <TextArea form={form} name="bio" label={t('profile.bio')} hint={t('optional')} />
        <div className="field">
          <span className="label">{t('field.zone')}</span>
          <ZonePicker
            zone={zone}
            now={now}
            texts={zoneTexts}
            onZone={(chosen) => form.setValue('time_zone', chosen, { shouldDirty: true })}
          />
        </div>
        <div className="trio">
          <Select form={form} name="week_start" label={t('profile.week_start')}>
            {WEEKDAYS.map((day) => (
              <option key={day} value={day}>
                {weekdayText(day)}
              </option>
            ))}
          </Select>
          <Select form={form} name="locale" label={t('profile.locale')}>
            {localeChoices(profile.locale).map(({ locale, name }) => (
              <option key={locale} value={locale}>
                {name}
              </option>
            ))}
          </Select>
          <NumberInput form={form} name="max_per_day" label={t('profile.max_per_day')} hint={t('optional')} />
        </div>
        <TextInput
          form={form}
          name="privacy_url"
          label={t('profile.privacy')}
          hint={t('profile.link_hint')}
          inputMode="url"
        />
        <TextInput
          form={form}
          name="terms_url"
          label={t('profile.terms')}
          hint={t('profile.link_hint')}
          inputMode="url"
        />
        <TextInput
          form={form}
          name="contact_url"
          label={t('profile.contact')}
          hint={t('profile.link_hint')}
          inputMode="url"
        />
        <div className="row wrap">
          <button type="submit" className="btn main" disabled={isLoading}>
            {t('save')}
          </button>
          <span className="s qq" role="status">
            {form.formState.isDirty ? '' : isSuccess ? t('saved') : ''}
          </span>
        </div>
      </form>
    </Sheet>
  );
}
