import { useState } from 'react';
import { momentText } from '../../lib/time';
import { Field } from '../../look/field';
import { type Booking, useCancelBookingMutation, useDeclineBookingMutation } from '../api';
import { t } from '../text';
import { Dialog } from '../ui/dialog';
import { Refused } from '../ui/faces';
import { showNote } from '../ui/toast-store';
import { useAct } from '../ui/use-act';
import { useLetters } from '../ui/use-letters';

type Props = { kind: 'cancel' | 'decline'; booking: Booking; isOpen: boolean; onClose: () => void };

/** Cancel and decline: both tell the customer, with a word if the host likes. A move that is declined frees nothing. */
export function Reason({ kind, booking, isOpen, onClose }: Props) {
  const [cancel] = useCancelBookingMutation();
  const [decline] = useDeclineBookingMutation();
  const { act, isActing, problem } = useAct();
  const [reason, setReason] = useState('');
  const { told } = useLetters();
  const { name } = booking.customer;
  const values = { name, when: momentText(booking.start, booking.time_zone), told: told(name) };
  const words = kind === 'decline' && booking.proposed_start ? 'keep' : kind;
  const run = async () => {
    const body = reason.trim() ? { reason: reason.trim() } : {};
    const done = await act((kind === 'cancel' ? cancel : decline)({ id: booking.id, body }));
    if (!done) return;
    showNote(t(`booking.${words}_done`, values));
    onClose();
  };
  return (
    <Dialog title={t(`booking.${words}_title`, values)} isOpen={isOpen} onClose={onClose}>
      <p className="q">{t(`booking.${words}_what`, values)}</p>
      <Field label={t('booking.word', values)} hint={t('optional')}>
        {(field) => (
          <textarea
            {...field}
            className="input"
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      {problem && <Refused problem={problem} />}
      <div className="row wrap gap-2">
        <button type="button" className="btn refuse soft" disabled={isActing} onClick={run}>
          {t(`booking.${words}_do`, values)}
        </button>
        <button type="button" className="btn bare" onClick={onClose}>
          {t('keep')}
        </button>
      </div>
    </Dialog>
  );
}
