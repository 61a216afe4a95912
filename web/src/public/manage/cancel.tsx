import { type FormEvent, useRef, useState } from 'react';
import { keep, recall } from '../../lib/storage';
import { momentText } from '../../lib/time';
import { Field } from '../../look/field';
import { Note } from '../../look/note';
import { useAttempt } from '../booking/use-attempt';
import type { Booking } from '../data';
import { t } from '../text';
import { bearer } from './token';

type Props = {
  booking: Booking;
  /** What was typed before the script came. */
  typed?: string;
  zone: string;
  onCancelled: (booking: Booking) => void;
};

export function Cancel({ booking, typed, zone, onCancelled }: Props) {
  const kept = `reason ${booking.id}`;
  const [reason, setReason] = useState(() => typed || (recall('session', kept) ?? ''));
  const note = useRef<HTMLDivElement>(null);
  const change = (text: string) => {
    setReason(text);
    keep('session', kept, text || null);
  };
  const { send, isSending, problem } = useAttempt<{ booking: Booking }>(
    `/api/v1/client/bookings/${booking.id}/cancel`,
    bearer(),
  );
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const answer = await send(reason.trim() ? { reason: reason.trim() } : {});
    if (answer?.ok) {
      keep('session', kept, null);
      onCancelled(answer.data.booking);
    } else if (answer) requestAnimationFrame(() => note.current?.focus());
  };
  return (
    <form className="sheet stack wide" aria-labelledby="cancel" onSubmit={submit}>
      <div className="stack snug">
        <h2 id="cancel">{t(booking.state === 'awaiting_approval' ? 'cancel.ask' : 'cancel.title')}</h2>
        <p className="q s">
          {booking.cancel_until
            ? t('cancel.until', { name: booking.host.name, when: momentText(booking.cancel_until, zone) })
            : t('cancel.what', { name: booking.host.name })}
        </p>
      </div>
      <Field label={t('cancel.word', { name: booking.host.name })} hint={t('form.optional')}>
        {(field) => (
          <textarea
            {...field}
            name="reason"
            className="input"
            maxLength={500}
            value={reason}
            onInput={(event) => change(event.currentTarget.value)}
          />
        )}
      </Field>
      {problem && (
        <div ref={note} tabIndex={-1}>
          <Note kind="refused">{problem.detail}</Note>
        </div>
      )}
      <button
        type="submit"
        className="btn refuse soft justify-self-start"
        aria-disabled={isSending || undefined}
      >
        {t(booking.state === 'awaiting_approval' ? 'cancel.ask' : 'cancel.do', {
          when: momentText(booking.start, zone, 'short'),
        })}
      </button>
    </form>
  );
}
