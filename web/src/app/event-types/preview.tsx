import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { parseMoney } from '../../lib/money';
import { cityOf, dateIn, dateText } from '../../lib/time';
import { QuestionField } from '../../public/booking/question-field';
import { Times } from '../../public/booking/times';
import type { EventType, Host } from '../../public/data';
import { Who } from '../../public/parts/who';
import type { Profile, Schedule } from '../api';
import { useHost } from '../frame/host-context';
import { t } from '../text';
import { useNow } from '../ui/use-now';
import { sampleDay } from './sample-day';
import type { EventTypeValues } from './schema';
import type { SectionProps } from './section';
import { useLength } from './use-length';

const STEPS = ['times', 'form'] as const;

/** The booking page as the form would have it: its own parts, fed by what is being typed. It can be looked at, not used. */
export function Preview({ form, schedules }: Pick<SectionProps, 'form'> & { schedules: Schedule[] }) {
  const { profile } = useHost();
  const [step, setStep] = useState<(typeof STEPS)[number]>('times');
  const values = useWatch({ control: form.control, compute: (all: EventTypeValues) => ({ ...all }) });
  const length = useLength(values.duration_minutes);
  const eventType = shown(values, length);
  return (
    <aside className="pv" aria-label={t('preview.title')}>
      <div className="row between">
        <p className="s q">{t('preview.title')}</p>
        <fieldset className="pick">
          <legend className="sr">{t('preview.which')}</legend>
          {STEPS.map((each) => (
            <button key={each} type="button" aria-pressed={each === step} onClick={() => setStep(each)}>
              {t(`preview.${each}`)}
            </button>
          ))}
        </fieldset>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section className="phone" aria-label={t('preview.page')} tabIndex={0}>
        <div className="stack" inert>
          <Who host={host(profile)} eventType={eventType} heading="h2" />
          {step === 'times' ? (
            <Day values={values} length={length} profile={profile} schedules={schedules} />
          ) : (
            <Questions eventType={eventType} />
          )}
        </div>
      </section>
    </aside>
  );
}

type DayProps = { values: EventTypeValues; length: number; profile: Profile; schedules: Schedule[] };

function Day({ values, length, profile, schedules }: DayProps) {
  const now = useNow();
  const schedule = schedules.find(({ id }) => id === values.schedule_id) ?? schedules[0];
  if (!schedule) return null;
  const zone = schedule.time_zone;
  const seats = Number(values.seats) || 1;
  const rhythm = { length, interval: Number(values.slot_interval_minutes) || null, seats };
  const { date, slots } = sampleDay(schedule, dateIn(now, zone), rhythm);
  return (
    <div className="pvcard stack tight">
      <h2 className="text-m">{dateText(date, 'long')}</h2>
      <p className="xs qq">{t('preview.zone', { city: cityOf(zone) })}</p>
      {slots.length === 0 ? (
        <p className="s q">{t('preview.no_slots')}</p>
      ) : (
        <Times date={date} zone={zone} host={profile} seats={seats} slots={slots} gone={[]} />
      )}
    </div>
  );
}

function Questions({ eventType }: { eventType: EventType }) {
  const fixed = [
    { id: 'name', kind: 'text', label: t('preview.name'), required: true },
    { id: 'email', kind: 'text', label: t('preview.email'), required: true },
  ];
  return (
    <div className="pvcard stack">
      {[...fixed, ...eventType.questions].map((question) => (
        <QuestionField key={question.id} question={question} value="" onChange={() => undefined} />
      ))}
    </div>
  );
}

function host({ handle, name, bio, time_zone, locale, week_start }: Profile): Host {
  return { handle, name, bio, time_zone, locale, week_start } as Host;
}

/** What visitors would see of the form as it stands, with something sensible where it is still empty. */
function shown(values: EventTypeValues, length: number): EventType {
  return {
    slug: values.slug,
    title: values.title.trim() || t('preview.no_title'),
    description: values.description,
    duration_minutes: length,
    price: parseMoney(values.price, values.currency.toUpperCase()),
    seats: Number(values.seats) || 1,
    requires_approval: values.requires_approval,
    location: { kind: values.location.kind },
    questions: values.questions.map(({ choices, ...question }) => ({
      ...question,
      label: question.label || t('type.question_empty'),
      choices: choices.split('\n').filter(Boolean),
    })),
    max_guests: Number(values.max_guests) || 0,
    cancel_cutoff_minutes: Number(values.cancel_cutoff_minutes) || 0,
    reschedule_cutoff_minutes: Number(values.reschedule_cutoff_minutes) || 0,
    minimum_notice_minutes: Number(values.minimum_notice_minutes) || 0,
  };
}
