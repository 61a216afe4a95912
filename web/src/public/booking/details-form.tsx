import { type FormEvent, useRef, useState } from 'react';
import { fieldErrors, isProblem, type Problem } from '../../lib/http';
import { formatMoney } from '../../lib/money';
import { timeText } from '../../lib/time';
import { Field, focusFirstError } from '../../look/field';
import { Icon } from '../../look/icon';
import { Note } from '../../look/note';
import type { Booking, EventType, Host } from '../data';
import { t } from '../text';
import { checkDraft, type Draft, type Errors, placeErrors, toBooking } from './draft';
import { Nearest } from './nearest';
import { QuestionField } from './question-field';
import { useAttempt } from './use-attempt';

export type Booked = { booking: Booking; manage_token: string };

type Props = {
  host: Host;
  eventType: EventType;
  start: string;
  zone: string;
  draft: Draft;
  onDraft: (draft: Draft) => void;
  onBooked: (booked: Booked) => void;
};

/** Who is coming, and the one button that takes the time. */
export function DetailsForm({ host, eventType, start, zone, draft, onDraft, onBooked }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const [errors, setErrors] = useState<Errors>({});
  const { send, isSending, problem } = useAttempt<Booked>('/api/v1/client/bookings');
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
    const booking = toBooking(draft, { handle: host.handle, eventType, start, zone });
    const answer = await send(booking);
    if (answer?.ok) onBooked(answer.data);
    else if (answer) refuse(placeErrors(fieldErrors(answer.problem), booking));
  };

  const time = timeText(start, zone);
  return (
    <form ref={form} className="sheet form" noValidate onSubmit={submit} aria-labelledby="form-title">
      <h2 id="form-title">{t('form.title')}</h2>
      <Refusal problem={problem} errors={errors} time={time} zone={zone} />
      <div className="pair">
        <Field label={t('form.name')} error={errors.name}>
          {(field) => (
            <input
              {...field}
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

type RefusalProps = { problem: Problem | null; errors: Errors; time: string; zone: string };

/** What was refused as a whole; what is wrong with a field stands there. */
function Refusal({ problem, errors, time, zone }: RefusalProps) {
  if (!problem) return null;
  const starts = problem.alternatives ?? [];
  if (isProblem(problem, 'slot-taken'))
    return <Nearest title={t('taken.title', { time })} starts={starts} zone={zone} />;
  if (isProblem(problem, 'not-a-slot'))
    return <Nearest title={t('taken.not_offered', { time })} starts={starts} zone={zone} />;
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
