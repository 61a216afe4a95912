import type { MouseEvent } from 'react';
import { dateIn, dateText, type Instant, minutesBetween, type PlainDate, timeText } from '../../lib/time';
import { go, href } from '../address';
import type { Slot } from '../data';
import { t } from '../text';
import { runs } from './days';

type Props = {
  date: PlainDate;
  zone: string;
  host: { name: string; time_zone: string };
  seats: number;
  /** Open slots of this date and those that were taken a moment ago. */
  slots: Slot[];
  gone: Slot[];
};

/** A day's times as a list of links, with the line upright beside it: a break in the list is a break in the line. */
export function Times({ date, zone, host, seats, slots, gone }: Props) {
  const isGone = new Set(gone.map(({ start }) => start));
  const all = [...slots, ...gone].sort((a, b) => a.start.localeCompare(b.start));
  const stretches = runs(all).flatMap((run) => splitBy(run, ({ start }) => isGone.has(start)));
  return (
    <div className="times">
      {stretches.map((run, index) => (
        <div key={run[0]?.start}>
          <Gap after={stretches[index - 1]} before={run} />
          <ul className={isGone.has(run[0]?.start ?? '') ? 'run was' : 'run'}>
            {run.map((slot) => (
              <li key={slot.start}>
                {isGone.has(slot.start) ? (
                  <Gone slot={slot} zone={zone} />
                ) : (
                  <Time slot={slot} {...{ date, zone, host, seats }} />
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

function splitBy(run: Slot[], test: (slot: Slot) => boolean): Slot[][] {
  const result: Slot[][] = [];
  for (const slot of run) {
    const last = result.at(-1);
    if (last?.[0] && test(last[0]) === test(slot)) last.push(slot);
    else result.push([slot]);
  }
  return result;
}

/** The space between two stretches grows with the time between them. */
function Gap({ after, before }: { after: Slot[] | undefined; before: Slot[] }) {
  const end = after?.at(-1)?.end;
  if (!end) return null;
  const hours = minutesBetween(end, before[0]?.start ?? end) / 60;
  return <div className={`gap h${Math.min(Math.max(Math.round(hours * 2), 1), 6)}`} />;
}

function Time({ slot, zone, host, seats }: Omit<Props, 'slots' | 'gone'> & { slot: Slot }) {
  const target = href({ slot: slot.start });
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    go(target);
    scrollTo(0, 0);
  };
  return (
    <a className="slot" href={target} onClick={open}>
      <time dateTime={slot.start}>{timeText(slot.start, zone)}</time>
      <small>
        {seats > 1 ? t('times.seats', { count: slot.seats_left }) : theirTime(slot.start, zone, host)}
      </small>
    </a>
  );
}

/** What the host's clock says then, where it differs; the day too if that is another one. */
function theirTime(start: Instant, zone: string, host: Props['host']): string {
  const theirs = timeText(start, host.time_zone);
  const day = dateIn(start, host.time_zone);
  const isOther = day !== dateIn(start, zone);
  if (!isOther && theirs === timeText(start, zone)) return '';
  return t('times.for_host', {
    time: isOther ? `${dateText(day, 'short')}, ${theirs}` : theirs,
    name: host.name,
  });
}

function Gone({ slot, zone }: { slot: Slot; zone: string }) {
  return (
    <span className="slot gone" role="status">
      <time dateTime={slot.start}>{timeText(slot.start, zone)}</time>
      <small>{t('times.gone')}</small>
    </span>
  );
}
