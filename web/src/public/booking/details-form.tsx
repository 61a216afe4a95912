import { type FormEvent, useRef, useState } from 'react';
import { fieldErrors, isProblem, type Problem } from '../../lib/http';
import { formatMoney } from '../../lib/money';
import { timeText } from '../../lib/time';
import { Field, focusFirstError } from '../../look/field';
import { Icon } from '../../look/icon';
import { Note } from '../../look/note';
import { useOnline } from '../clock';
import type { Booking, EventType, Host } from '../data';
import { Offline } from '../parts/offline';
import { t } from '../text';
import { checkDraft, type Draft, type Errors, placeErrors, toBooking } from './draft';
import { Nearest } from './nearest';
import { QuestionField } from './question-field';
import { useAttempt } from './use-attempt';
import { useVanished } from './use-vanished';

export type Booked = { booking: Booking; manage_token: string };

type Props = {
  host: Host;
  eventType: EventType;
  start: string;
  zone: string;
  draft: Draft;
  /** What the server had against the form that was sent without script. */
  before: Problem | null;
  onDraft: (draft: Draft) => void;
  onBooked: (booked: Booked) => void;
};

/** Who is coming, and the one button that takes the time. */
export function DetailsForm({ host, eventType, start, zone, draft, before, onDraft, onBooked }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const target = { handle: host.handle, eventType, start, zone };
  const [errors, setErrors] = useState<Errors>(() =>
    before ? placeErrors(fieldErrors(before), toBooking(draft, target)) : {},
  );
  const { send, isSending, problem } = useAttempt<Booked>('/api/v1/client/bookings', {}, before);
  const isOnline = useOnline();
  const vanished = useVanished(host.handle, eventType.slug, start, zone);
  const set = (changes: Partial<Draft>) => onDraft({ ...draft, ...changes });

  const refuse = (found: Errors) => {
    setErrors(found);
    focusFirstError(form.current);
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const found = checkDraft(draft, eventType.questions);
    if (Object.keys(found).length > 0) return refuse(found);
    setErrors({});
    const booking = toBooking(draft, target);
    const answer = await send(booking);
    if (answer?.ok) onBooked(answer.data);
    else if (answer) refuse(placeErrors(fieldErrors(answer.problem), booking));
  };

  const time = timeText(start, zone);
  return (
    <form ref={form} className="sheet form" noValidate onSubmit={submit} aria-labelledby="form-title">
      <h2 id="form-title">{t('form.title')}</h2>
      {!isOnline && <Offline />}
      <Refusal
        host={host}
        problem={problem ?? (vanished && !isSending ? vanished : null)}
        errors={errors}
        start={start}
        zone={zone}
      />
      <div className="pair">
        <Field label={t('form.name')} error={errors.name}>
          {(field) => (
            <input
              {...field}
              name="name"
              className="input"
              autoComplete="name"
              value={draft.name}
              onInput={(event) => set({ name: event.currentTarget.value })}
            />
          )}
        </Field>
        <Field label={t('form.email')} error={errors.email}>
          {(field) => (
            <input
              {...field}
              name="email"
              className="input"
              type="email"
              autoComplete="email"
              value={draft.email}
              onInput={(event) => set({ email: event.currentTarget.value })}
            />
          )}
        </Field>
      </div>
      {eventType.questions.map((question) => (
        <QuestionField
          key={question.id}
          question={question}
          value={draft.answers[question.id] ?? ''}
          error={errors[`answers.${question.id}`]}
          onChange={(value) => set({ answers: { ...draft.answers, [question.id]: value } })}
        />
      ))}
      <Field label={t('form.notes', { name: host.name })} hint={t('form.optional')} error={errors.notes}>
        {(field) => (
          <textarea
            {...field}
            name="notes"
            className="input"
            value={draft.notes}
            onInput={(event) => set({ notes: event.currentTarget.value })}
          />
        )}
      </Field>
      {eventType.max_guests > 0 && (
        <Guests
          guests={draft.guests}
          most={eventType.max_guests}
          errors={errors}
          onChange={(guests) => set({ guests })}
        />
      )}
      <hr className="rule" />
      <div className="stack tight">
        <button type="submit" className="btn take big wide" disabled={isSending}>
          {isSending ? t('form.sending') : buttonText(eventType, host, time)}
        </button>
        <p className="s q text-center">
          {eventType.requires_approval ? t('form.approval', { name: host.name }) : t('form.mail')}
        </p>
      </div>
    </form>
  );
}

type RefusalProps = { host: Host; problem: Problem | null; errors: Errors; start: string; zone: string };

/** What was refused as a whole; what is wrong with a field stands there. */
function Refusal({ host, problem, errors, start, zone }: RefusalProps) {
  const asked = useRef(start);
  // It was about the time that was asked for; another one that was chosen meanwhile is a new question.
  const isOld = useRef<Problem | null>(null);
  if (asked.current !== start) {
    asked.current = start;
    isOld.current = problem;
  }
  if (!problem || problem === isOld.current) return null;
  const time = timeText(start, zone);
  const starts = problem.alternatives ?? [];
  if (isProblem(problem, 'slot-taken'))
    return <Nearest title={t('taken.title', { time })} starts={starts} zone={zone} />;
  if (isProblem(problem, 'not-a-slot'))
    return <Nearest title={t('taken.not_offered', { time })} starts={starts} zone={zone} />;
  if (problem.status === 404)
    return (
      <Note kind="refused">
        <p>{t('booking.gone', { name: host.name })}</p>
        <a className="btn text" href={`/${host.handle}`}>
          {t('booking.others', { name: host.name })}
        </a>
      </Note>
    );
  const detail = Object.keys(errors).length === 0 ? problem.detail : errors.form;
  return detail ? <Note kind="refused">{detail}</Note> : null;
}

function buttonText(eventType: EventType, host: Host, time: string): string {
  if (eventType.price) return t('form.pay', { time, sum: formatMoney(eventType.price, host.locale) });
  return eventType.requires_approval ? t('form.ask', { time }) : t('form.book', { time });
}

type GuestsProps = { guests: string[]; most: number; errors: Errors; onChange: (guests: string[]) => void };

function Guests({ guests, most, errors, onChange }: GuestsProps) {
  return (
    <div className="stack tight">
      {guests.map((guest, index) => (
        <div key={index} className="row items-end">
          <div className="grow">
            <Field label={t('form.guest', { number: index + 1 })} error={errors[`guests.${index}`]}>
              {(field) => (
                <input
                  {...field}
                  className="input"
                  type="email"
                  value={guest}
                  onInput={(event) => onChange(guests.with(index, event.currentTarget.value))}
                />
              )}
            </Field>
          </div>
          <button
            type="button"
            className="btn bare icon"
            onClick={() => onChange(guests.filter((_, other) => other !== index))}
          >
            <Icon name="x" />
            <span className="sr">{t('form.guest_remove', { number: index + 1 })}</span>
          </button>
        </div>
      ))}
      {guests.length < most && (
        <div>
          <button type="button" className="btn bare -ms-4" onClick={() => onChange([...guests, ''])}>
            <Icon name="plus" />
            {t('form.guest_add')}
          </button>
        </div>
      )}
    </div>
  );
}
