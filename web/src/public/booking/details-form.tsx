import { type FormEvent, useEffect, useRef, useState } from 'react';
import { fieldErrors, isProblem, type Problem } from '../../lib/http';
import { formatMoney } from '../../lib/money';
import { recall } from '../../lib/storage';
import { type Instant, timeText } from '../../lib/time';
import { Field } from '../../look/field';
import { useOnline } from '../clock';
import type { Booking, EventType, Fate, Host, NewBooking } from '../data';
import { Offline } from '../parts/offline';
import { t } from '../text';
import { checkDraft, type Draft, type Errors, placeErrors, toBooking, unplaced } from './draft';
import { Guests } from './guests';
import { QuestionField } from './question-field';
import { Refusal } from './refusal';
import { useAttempt } from './use-attempt';

export type Booked = { booking: Booking; manage_token: string };

export type DetailsFormProps = {
  host: Host;
  eventType: EventType;
  start: Instant;
  /** When it ends, as the page says. */
  end: Instant;
  zone: string;
  draft: Draft;
  /** What the server had against the form that was sent without script. */
  before: Problem | null;
  /** What is known of the time. */
  fate: Fate | null;
  onDraft: (draft: Draft) => void;
  onBooked: (booked: Booked) => void;
  /** The host has changed what is asked or what it costs. */
  onStale: () => Promise<void>;
};

/** Who is coming, and the one button that takes the time. */
export function DetailsForm(props: DetailsFormProps) {
  const { host, eventType, start, end, zone, fate, draft, before, onDraft, onBooked, onStale } = props;
  const form = useRef<HTMLFormElement>(null);
  const note = useRef<HTMLDivElement>(null);
  const target = { handle: host.handle, eventType, start, end, zone };
  const [errors, setErrors] = useState<Errors>(() =>
    before ? placeErrors(fieldErrors(before), toBooking(draft, target)) : {},
  );
  const { send, isSending, problem, unheard, clear } = useAttempt<Booked, NewBooking>(
    '/api/v1/client/bookings',
    {},
    before,
  );
  const isUnheard =
    unheard?.start === start && unheard.slug === eventType.slug && unheard.handle === host.handle;
  const [isChanged, setChanged] = useState(false);
  const isOnline = useOnline();
  const isClosed = !isUnheard && fate !== null && fate.is !== 'open';
  const isRefused = ['slot-taken', 'not-a-slot'].some((kind) => isProblem(problem ?? undefined, kind));
  const isGone = isClosed || (isRefused && !isUnheard);
  // A form that can't be sent is not begun; what was begun stays.
  const hadForm = useRef(before !== null);
  hadForm.current ||= !isClosed;
  const set = (changes: Partial<Draft>) => onDraft({ ...draft, ...changes });

  // Whoever is not typing is shown at once that the time is gone; who types is not torn away, and the button says it.
  useEffect(() => {
    if (!isClosed) return;
    const isTyping = document.activeElement?.matches('input, textarea, select');
    if (!isTyping) note.current?.scrollIntoView?.({ block: 'nearest' });
    // Open again: what was refused while it was not is old.
    return clear;
  }, [isClosed, clear]);

  /** Takes the reader to the first refused field, else to what was refused as a whole. */
  const lead = () =>
    requestAnimationFrame(() =>
      (form.current?.querySelector<HTMLElement>('[aria-invalid="true"]') ?? note.current)?.focus(),
    );

  const refuse = async (found: Errors, refused?: Problem) => {
    setErrors(found);
    const isAnswer =
      refused?.status === 422 && Object.keys(found).some((field) => field.startsWith('answers'));
    setChanged(isAnswer);
    if (isAnswer || isProblem(refused, 'terms-changed')) await onStale();
    lead();
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isSending) return;
    if (isGone) return lead();
    const found = checkDraft(draft, eventType.questions);
    if (Object.keys(found).length > 0) return refuse(found);
    setErrors({});
    setChanged(false);
    const wanted = toBooking(draft, target);
    // What may have arrived is settled first: with other words it would be another booking.
    for (const booking of isUnheard ? [unheard, wanted] : [wanted]) {
      const answer = await send(booking);
      if (answer?.ok) return onBooked(answer.data);
      if (answer && (booking === wanted || answer.problem.status !== 422))
        return refuse(placeErrors(fieldErrors(answer.problem), booking), answer.problem);
    }
  };

  const take = () => {
    clear();
    const isLong = hadForm.current;
    requestAnimationFrame(() =>
      (isLong
        ? form.current?.querySelector<HTMLElement>('[type=submit]')
        : document.getElementById('chosen')
      )?.focus(),
    );
  };

  const time = timeText(start, zone);
  const refusal = (
    <>
      {!isOnline && <Offline />}
      <Refusal
        box={note}
        host={host}
        start={start}
        zone={zone}
        problem={isSending ? null : problem}
        fate={isSending ? null : fate}
        booked={recall('session', bookedAt(eventType, host, start))}
        isUnheard={isUnheard && isOnline && !isSending}
        general={isChanged ? t('form.changed', { name: host.name }) : unplaced(errors, eventType, draft)}
        isBegun={hadForm.current}
        onTake={take}
      />
    </>
  );
  if (!hadForm.current) return <div className="sheet form">{refusal}</div>;
  return (
    <form ref={form} className="sheet form" noValidate onSubmit={submit} aria-labelledby="form-title">
      <h2 id="form-title">{t('form.title')}</h2>
      <div className="pair">
        <Field label={t('form.name')} error={errors.name} isRequired>
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
        <Field label={t('form.email')} error={errors.email} isRequired>
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
        {refusal}
        <button type="submit" className="btn take big wide" aria-disabled={isSending || isGone || undefined}>
          {isSending
            ? t('form.sending')
            : isGone
              ? t('form.gone', { time })
              : buttonText(eventType, host, time)}
        </button>
        <p className="s q text-center">
          {eventType.requires_approval ? t('form.approval', { name: host.name }) : t('form.mail')}
        </p>
      </div>
    </form>
  );
}

/** Under which name the tab keeps the link to a booking it has made. */
export function bookedAt(eventType: EventType, host: Host, start: string): string {
  return `booked /${host.handle}/${eventType.slug} ${start}`;
}

function buttonText(eventType: EventType, host: Host, time: string): string {
  if (eventType.price) return t('form.pay', { time, sum: formatMoney(eventType.price, host.locale) });
  return eventType.requires_approval ? t('form.ask', { time }) : t('form.book', { time });
}
