import { useRef, useState } from 'react';
import { momentText } from '../../lib/time';
import { Note } from '../../look/note';
import { useAttempt } from '../booking/use-attempt';
import { useZone } from '../clock';
import type { Booking } from '../data';
import { Frame } from '../parts/frame';
import { t } from '../text';
import { useTitle } from '../title';
import { bearer } from './token';

/** For someone whose address was used by another: asks first, since opening a link must change nothing. */
export function NotMePage({ booking, wasDone = false }: { booking: Booking; wasDone?: boolean }) {
  const [zone] = useZone(booking.time_zone);
  const [isDone, setDone] = useState(wasDone);
  const { send, isSending, problem } = useAttempt<void>(
    `/api/v1/client/bookings/${booking.id}/not-me`,
    bearer(),
  );
  useTitle(t('notme.title'));
  const told = useRef<HTMLDivElement>(null);
  const report = async () => {
    const answer = await send({});
    if (answer?.ok) setDone(true);
    requestAnimationFrame(() => told.current?.focus());
  };
  return (
    <Frame narrow>
      <main id="main" className="sheet pad stack wide">
        <h1>{t('notme.title')}</h1>
        {isDone ? (
          <div ref={told} tabIndex={-1}>
            <Note kind="open" icon="check">
              {t('notme.done', { name: booking.host.name, email: booking.email })}
            </Note>
          </div>
        ) : (
          <>
            <p>
              {t('notme.what', {
                email: booking.email,
                title: booking.event_type.title,
                name: booking.host.name,
                when: momentText(booking.start, zone),
              })}
            </p>
            <p className="q">{t('notme.effect', { name: booking.host.name })}</p>
            {problem && (
              <div ref={told} tabIndex={-1}>
                <Note kind="refused">{problem.detail}</Note>
              </div>
            )}
            <button
              type="button"
              className="btn refuse soft justify-self-start"
              aria-disabled={isSending || undefined}
              onClick={report}
            >
              {t('notme.do')}
            </button>
          </>
        )}
      </main>
    </Frame>
  );
}
