import { dateIn, dateText, timeText } from '../../lib/time';
import { Icon } from '../../look/icon';
import type { IconName } from '../../look/icons';
import { type BookingDetail, type TimelineLine, useRetryBookingJobMutation } from '../api';
import { t } from '../text';
import { Refused } from '../ui/faces';
import { useAct } from '../ui/use-act';

const KIND: Record<TimelineLine['state'], string> = {
  done: 'ok',
  running: 'ok',
  skipped: 'todo',
  waiting: 'todo',
  failed: 'bad',
};
const ICON: Record<TimelineLine['state'], IconName> = {
  done: 'check',
  running: 'hour',
  skipped: 'x',
  waiting: 'bell',
  failed: 'alert',
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
  const zone = booking.time_zone;
  return (
    <li className={KIND[line.state]}>
      <span className="pt">
        <Icon name={ICON[line.state]} small />
      </span>
      <div className="stack gap-0">
        <p>{line.what}</p>
        <p className="s q">{remark(line, zone)}</p>
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

function remark(line: TimelineLine, zone: string): string {
  const parts = [
    line.to,
    line.state === 'failed' || line.tries > 1 ? t('timeline.tries', { count: line.tries }) : null,
    line.state === 'skipped' ? t('timeline.skipped') : null,
    line.state === 'done' ? null : line.last_error,
    line.next_try_at && line.tries > 0
      ? t('timeline.next', { time: timeText(line.next_try_at, zone) })
      : null,
  ];
  return parts.filter(Boolean).join('. ');
}
