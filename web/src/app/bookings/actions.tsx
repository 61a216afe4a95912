import { useState } from 'react';
import { momentText, msOf } from '../../lib/time';
import { Note } from '../../look/note';
import {
  type BookingDetail,
  type BookingStep,
  useApproveBookingMutation,
  useMarkNoShowMutation,
  useRescheduleBookingMutation,
} from '../api';
import { t } from '../text';
import { Dialog } from '../ui/dialog';
import { Refused } from '../ui/faces';
import { showNote, showUndo } from '../ui/toast-store';
import { useAct } from '../ui/use-act';
import { useNow } from '../ui/use-now';
import { inWords } from './in-words';
import { Reason } from './reason';
import { SlotChoice } from './slot-choice';

type Sheet = 'cancel' | 'decline' | 'move' | null;

/** What the host can do with a booking in its present state. */
export function Actions({ booking }: { booking: BookingDetail }) {
  const [sheet, setSheet] = useState<Sheet>(null);
  const [approve] = useApproveBookingMutation();
  const [markNoShow] = useMarkNoShowMutation();
  const { act, isActing, problem } = useAct();
  const now = msOf(useNow());
  const { id, state } = booking;
  const { name } = booking.customer;
  const mark = async (noShow: boolean) => {
    const done = await act(markNoShow({ id, body: { no_show: noShow } }));
    if (done === undefined) return;
    const text = t(noShow ? 'booking.no_show_done' : 'booking.did_show_done', { name });
    showUndo(text, () => void markNoShow({ id, body: { no_show: !noShow } }));
  };
  const agree = async () => {
    if (await act(approve({ id }))) showNote(t('booking.approved', { name }));
  };
  const isLive = ['held', 'awaiting_approval', 'confirmed'].includes(state);
  const isOver = msOf(booking.end) <= now;
  const asks = state === 'awaiting_approval' || Boolean(booking.proposed_start);
  const link = /^https:\/\//.test(booking.location.value ?? '') ? booking.location.value : null;
  return (
    <div className="stack tight">
      {problem && <Refused problem={problem} />}
      <div className="row wrap gap-2">
        {asks && (
          <>
            <button type="button" className="btn main" disabled={isActing} onClick={agree}>
              {t('booking.approve')}
            </button>
            <button type="button" className="btn" onClick={() => setSheet('decline')}>
              {t('booking.decline')}
            </button>
          </>
        )}
        {link && isLive && !isOver && (
          <a className="btn main" href={link} target="_blank" rel="noopener noreferrer">
            {t('booking.open_meeting')}
          </a>
        )}
        {isLive && !isOver && (
          <>
            <button type="button" className="btn" onClick={() => setSheet('move')}>
              {t('booking.move')}
            </button>
            <button type="button" className="btn refuse" onClick={() => setSheet('cancel')}>
              {t('booking.cancel')}
            </button>
          </>
        )}
        {state === 'confirmed' && isOver && (
          <button type="button" className="btn" disabled={isActing} onClick={() => mark(!booking.no_show)}>
            {booking.no_show ? t('booking.did_show') : t('booking.no_show')}
          </button>
        )}
      </div>
      <Reason kind="cancel" booking={booking} isOpen={sheet === 'cancel'} onClose={() => setSheet(null)} />
      <Reason kind="decline" booking={booking} isOpen={sheet === 'decline'} onClose={() => setSheet(null)} />
      <Move booking={booking} isOpen={sheet === 'move'} onClose={() => setSheet(null)} />
    </div>
  );
}

type SheetProps = { booking: BookingDetail; isOpen: boolean; onClose: () => void };

function Move({ booking, isOpen, onClose }: SheetProps) {
  const [move] = useRescheduleBookingMutation();
  const [start, setStart] = useState<string | null>(null);
  const [step, setStep] = useState<BookingStep | null>(null);
  const { act, isActing, problem } = useAct();
  const zone = booking.time_zone;
  const run = async () => {
    if (!start) return;
    const done = await act(move({ id: booking.id, body: { start } }));
    if (done) showNote(t('booking.moved', { name: booking.customer.name, when: momentText(start, zone) }));
    if (done && done.warnings.length === 0) onClose();
    else if (done) setStep(done);
  };
  return (
    <Dialog
      title={t('booking.move_title', { name: booking.customer.name })}
      isOpen={isOpen}
      onClose={onClose}
    >
      {step ? (
        <Warnings step={step} onClose={onClose} />
      ) : (
        <>
          <p className="q">{t('booking.move_from', { when: momentText(booking.start, zone) })}</p>
          <SlotChoice eventTypeId={booking.event_type.id} zone={zone} value={start} onChange={setStart} />
          {problem && <Refused problem={inWords(problem, zone)} />}
          <div className="row wrap gap-2">
            <button type="button" className="btn main" disabled={isActing || !start} onClick={run}>
              {start ? t('booking.move_do', { when: momentText(start, zone) }) : t('booking.move_choose')}
            </button>
            <button type="button" className="btn bare" onClick={onClose}>
              {t('keep')}
            </button>
          </div>
        </>
      )}
    </Dialog>
  );
}

/** What the rules would have said; the host is freer than the customer, so it was done all the same. */
export function Warnings({ step, onClose }: { step: BookingStep; onClose: () => void }) {
  return (
    <>
      <Note kind="now">
        <p>{t('booking.done_but')}</p>
        <ul>
          {step.warnings.map(({ code, message }) => (
            <li key={code}>{message}</li>
          ))}
        </ul>
      </Note>
      <button type="button" className="btn main justify-self-start" onClick={onClose}>
        {t('seen')}
      </button>
    </>
  );
}
