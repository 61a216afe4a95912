import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { Link, useNavigate, useSearchParams } from 'react-router';
import * as z from 'zod/mini';
import type { Problem } from '../../lib/http';
import { momentText } from '../../lib/time';
import { ZonePicker } from '../../look/zone-picker';
import {
  type BookingStep,
  type EventType,
  useCreateHostBookingMutation,
  useListEventTypesQuery,
} from '../api';
import { email, name } from '../auth/schema';
import { useHost } from '../frame/host-context';
import { t } from '../text';
import { Answered, Empty } from '../ui/faces';
import { FormRefusal, placeProblem, Select, TextArea, TextInput } from '../ui/form';
import { useLeaveGuard } from '../ui/leave-guard';
import { PageHead } from '../ui/page-head';
import { useNow } from '../ui/use-now';
import { zoneTexts } from '../ui/zone-texts';
import { Forewarning, useForewarning } from './forewarning';
import { inWords } from './in-words';
import { SlotChoice } from './slot-choice';
import { Warnings } from './warnings';

const schema = z.object({
  event_type_id: z.string(),
  start: z.string(),
  name,
  email,
  time_zone: z.string(),
  notes: z.string(),
});
type Values = z.infer<typeof schema>;

/** The host books for a customer, at an offered time or any other. */
export function NewBookingPage() {
  const eventTypes = useListEventTypesQuery();
  return (
    <>
      <PageHead title={t('new_booking.title')} />
      <Answered query={eventTypes}>
        {({ items }) => {
          const open = items.filter(({ archived }) => !archived);
          return open.length === 0 ? (
            <Empty title={t('new_booking.no_types')}>
              <Link className="btn main" to="/app/event-types/new">
                {t('types.new')}
              </Link>
            </Empty>
          ) : (
            <NewBookingForm eventTypes={open} />
          );
        }}
      </Answered>
    </>
  );
}

function NewBookingForm({ eventTypes }: { eventTypes: EventType[] }) {
  const { profile } = useHost();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const now = useNow();
  const [step, setStep] = useState<BookingStep | null>(null);
  const [create, { isLoading }] = useCreateHostBookingMutation();
  const form = useForm<Values>({
    resolver: zodResolver(schema),
    defaultValues: {
      event_type_id: params.get('event_type') ?? eventTypes[0]?.id ?? '',
      start: params.get('start') ?? '',
      name: '',
      email: '',
      time_zone: profile.time_zone,
      notes: '',
    },
  });
  const [eventTypeId, zone, chosen] = form.watch(['event_type_id', 'time_zone', 'start']);
  const start = chosen || null;
  const forewarning = useForewarning({ eventTypeId, zone: profile.time_zone, start });
  const { guard, letGo } = useLeaveGuard(form.formState.isDirty && !step);
  const open = (done: BookingStep) => navigate(`/app/bookings/${done.booking.id}`);

  const submit = form.handleSubmit(async ({ notes, ...values }) => {
    const { data, error } = await create({ body: { ...values, ...(notes ? { notes } : {}) } });
    if (!data) placeProblem(form, inWords(error as Problem, profile.time_zone));
    else if (data.warnings.length > 0) setStep(data);
    else {
      letGo();
      await open(data);
    }
  });

  if (step) {
    return (
      <section className="sheet pad stack">
        <Warnings step={step} zone={profile.time_zone} onClose={() => open(step)} />
      </section>
    );
  }
  return (
    <form className="sheet pad stack wide narrow-form" noValidate onSubmit={submit}>
      {guard}
      <FormRefusal form={form} />
      <Select form={form} name="event_type_id" label={t('new_booking.type')}>
        {eventTypes.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </Select>
      <SlotChoice
        key={eventTypeId}
        eventTypeId={eventTypeId}
        zone={profile.time_zone}
        value={start}
        error={form.formState.errors.start?.message}
        onChange={(time) => {
          form.setValue('start', time ?? '', { shouldDirty: true });
          form.clearErrors('start');
        }}
      />
      <div className="pair">
        <TextInput form={form} name="name" label={t('field.name')} />
        <TextInput form={form} name="email" type="email" label={t('field.email')} />
      </div>
      <div className="field">
        <span className="label">{t('new_booking.zone')}</span>
        <ZonePicker
          zone={zone}
          now={now}
          texts={zoneTexts}
          onZone={(chosen) => form.setValue('time_zone', chosen)}
        />
      </div>
      <TextArea form={form} name="notes" label={t('new_booking.notes')} hint={t('optional')} />
      <Forewarning {...forewarning} />
      <button
        type="submit"
        className="btn take big justify-self-start"
        disabled={isLoading || !start || forewarning.isPast}
      >
        {start
          ? t('new_booking.do', { when: momentText(start, profile.time_zone) })
          : t('booking.move_choose')}
      </button>
    </form>
  );
}
