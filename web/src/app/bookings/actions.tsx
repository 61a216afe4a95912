import { useState } from 'react';
import { fieldErrors } from '../../lib/http';
import { momentText, msOf } from '../../lib/time';
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
import { useLetters } from '../ui/use-letters';
import { useNow } from '../ui/use-now';
import { Forewarning, useForewarning } from './forewarning';
import { inWords } from './in-words';
import { Reason } from './reason';
import { SlotChoice } from './slot-choice';
import { Warnings } from './warnings';

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
  const { told } = useLetters();
  const mark = async (noShow: boolean) => {
    const done = await act(markNoShow({ id, body: { no_show: noShow } }));
    if (done === undefined) return;
    const text = t(noShow ? 'booking.no_show_done' : 'booking.did_show_done', { name });
    showUndo(text, () => void markNoShow({ id, body: { no_show: !noShow } }));
  };
  const agree = async () => {
    if (await act(approve({ id }))) showNote(t('booking.approved', { told: told(name) }));
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
        {link && state === 'confirmed' && !isOver && (
          <a className="btn main" href={link} target="_blank" rel="noopener noreferrer">
            {t('booking.open_meeting')}
          </a>
        )}
        {isLive && !isOver && (
          <>
            <button type="button" className="btn" onClick={() => setSheet('move')}>
              {t('booking.move')}
            </button>
            {/* A request is answered, with no as well as with yes; only what was agreed can be cancelled. */}
            {state !== 'awaiting_approval' && (
              <button type="button" className="btn refuse" onClick={() => setSheet('cancel')}>
                {t('booking.cancel')}
              </button>
            )}
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
  const { told } = useLetters();
  const [tried, setTried] = useState<string | null>(null);
  const { act, isActing, problem: refused } = useAct();
  const zone = booking.time_zone;
  // A refusal is of the time that was tried, not of the next one.
  const problem = tried === start ? refused : null;
  const forewarning = useForewarning({ eventTypeId: booking.event_type.id, zone, start });
  const wrong = fieldErrors(problem ?? undefined).start;
  const run = async () => {
    if (!start) return;
    setTried(start);
    const done = await act(move({ id: booking.id, body: { start } }));
    if (done)
      showNote(t('booking.moved', { told: told(booking.customer.name), when: momentText(start, zone) }));
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
        <Warnings step={step} zone={zone} onClose={onClose} />
      ) : (
        <>
          <p className="q">{t('booking.move_from', { when: momentText(booking.start, zone) })}</p>
          <SlotChoice
            eventTypeId={booking.event_type.id}
            zone={zone}
            value={start}
            error={wrong}
            onChange={setStart}
          />
          <Forewarning {...forewarning} />
          {problem && !wrong && <Refused problem={inWords(problem, zone)} />}
          <div className="row wrap gap-2">
            <button
              type="button"
              className="btn main"
              disabled={isActing || !start || forewarning.isPast}
              onClick={run}
            >
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
