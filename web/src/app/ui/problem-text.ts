import { type Problem, sentence } from '../../lib/http';
import { addMinutes, deviceZone, instantOf, nowMs, timeText } from '../../lib/time';
import { t } from '../text';

/** What was refused, in the server's words, and when it is worth another try. What each field is told says more than their names. */
export function problemText({
  detail,
  errors = [],
  status,
  retry_after: wait,
  request_id: id,
}: Problem): string {
  const parts = errors.length > 0 ? errors.map(({ message }) => sentence(message)) : [detail];
  if (wait !== undefined && wait > 90) {
    const then = addMinutes(instantOf(nowMs()), Math.ceil(wait / 60));
    parts.push(t('problem.again_at', { time: timeText(then, deviceZone()) }));
  } else if (wait !== undefined) parts.push(t('problem.again_in', { count: wait }));
  if (status >= 500 && id) parts.push(t('problem.number', { id }));
  return parts.join(' ');
}
