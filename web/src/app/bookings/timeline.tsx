import { dateIn, dateText, timeText } from '../../lib/time';
import { Icon } from '../../look/icon';
import type { IconName } from '../../look/icons';
import { type BookingDetail, type TimelineLine, useRetryBookingJobMutation } from '../api';
import { t, word } from '../text';
import { Refused } from '../ui/faces';
import { useAct } from '../ui/use-act';
import { useLetters } from '../ui/use-letters';

type Face = { kind: string; icon: IconName };

const WAITING: Face = { kind: 'todo', icon: 'bell' };
const FACES: Record<string, Face> = {
  done: { kind: 'ok', icon: 'check' },
  running: { kind: 'ok', icon: 'hour' },
  skipped: { kind: 'todo', icon: 'x' },
  retrying: { kind: 'bad', icon: 'retry' },
  failed: { kind: 'bad', icon: 'alert' },
};

/** Every effect of a booking: what, to whom, when, and if it failed why and when the next try is. */
export function Timeline({ booking }: { booking: BookingDetail }) {
  return (
    <section aria-labelledby="timeline">
      <h3 id="timeline" className="mb-3">
        {t('timeline.title')}
      </h3>
      <ol className="tl">
        {booking.timeline.map((line) => (
          <Line key={`${line.id}${line.at}${line.what}`} line={line} booking={booking} />
        ))}
      </ol>
    </section>
  );
}

function Line({ line, booking }: { line: TimelineLine; booking: BookingDetail }) {
  const [retry] = useRetryBookingJobMutation();
  const { act, isActing, problem } = useAct();
  const { isKept } = useLetters();
  const zone = booking.time_zone;
  const { kind, icon } = FACES[line.state] ?? WAITING;
  return (
    <li className={kind}>
      <span className="pt">
        <Icon name={icon} small />
      </span>
      <div className="stack gap-0">
        <p>{word(line.kind === 'step' ? 'step' : 'letter', line.what)}</p>
        <p className="s q">{remark(line, booking, isKept)}</p>
        {problem && <Refused problem={problem} />}
        {line.can_retry && line.id && (
          <div className="mt-2">
            <button
              type="button"
              className="btn"
              disabled={isActing}
              onClick={() => act(retry({ id: booking.id, jobId: line.id ?? '' }))}
            >
              <Icon name="retry" />
              {t('timeline.retry')}
            </button>
          </div>
        )}
      </div>
      <time className="s qq num" dateTime={line.at}>
        {dateText(dateIn(line.at, zone), 'day')}, {timeText(line.at, zone)}
      </time>
    </li>
  );
}

/** By whom or to whom, and what stands in the way. */
function remark(line: TimelineLine, { customer, time_zone: zone }: BookingDetail, isKept: boolean): string {
  const parts = [
    line.by ? t(`timeline.by_${line.by as 'customer' | 'host' | 'clock'}`, { name: customer.name }) : null,
    line.to ?? (line.recipient === 'host' ? t('timeline.to_you') : null),
    isKept && line.kind === 'effect' && line.state === 'done' ? t('timeline.kept') : null,
    line.state === 'failed' || line.tries > 1 ? t('timeline.tries', { count: line.tries }) : null,
    line.state === 'skipped' ? t('timeline.skipped') : null,
    line.state === 'done' ? null : line.last_error,
    line.next_try_at && line.tries > 0
      ? t('timeline.next', { time: timeText(line.next_try_at, zone) })
      : null,
  ];
  return parts.filter(Boolean).join('. ');
}
