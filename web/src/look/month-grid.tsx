import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import {
  addDays,
  addMonths,
  firstOf,
  hourText,
  type Month,
  monthOf,
  monthText,
  type PlainDate,
  shiftMonths,
  startOfWeek,
  weekdayText,
  weekFrom,
  weeksOf,
} from '../lib/time';
import { Icon } from './icon';
import { Line, type LinePart } from './line';

export type GridDay = { parts: LinePart[]; isOpen: boolean; label: string };

type Props = {
  month: Month;
  weekStart: string;
  today: PlainDate;
  selected?: PlainDate | null;
  /** The earliest month one may turn to. */
  earliest?: Month;
  /** The latest one, where nothing lies beyond it. */
  latest?: Month;
  /** The hours at the ends of each day's line. */
  hours: { from: number; to: number };
  day: (date: PlainDate) => GridDay;
  isLoading?: boolean;
  labels: { earlier: string; later: string; legend: string };
  onSelect: (date: PlainDate) => void;
  onMonth: (month: Month) => void;
};

/** A month by the ARIA grid pattern: one tab stop, arrows by day and week, Page keys by month, with Shift by year. */
export function MonthGrid(props: Props) {
  const { month, weekStart, today, selected, earliest, latest, labels, isLoading } = props;
  const [cursor, setCursor] = useState<PlainDate>(
    selected ?? (monthOf(today) === month ? today : firstOf(month)),
  );
  const table = useRef<HTMLTableElement>(null);
  const follows = useRef(false);
  const stop = monthOf(cursor) === month ? cursor : firstOf(month);

  // After a key the focus follows the cursor, into another month too.
  useEffect(() => {
    if (!follows.current) return;
    follows.current = false;
    table.current?.querySelector<HTMLElement>(`[data-date="${stop}"]`)?.focus();
  }, [stop]);

  const move = (date: PlainDate) => {
    const isBeyond = latest !== undefined && monthOf(date) > latest;
    const target = earliest && monthOf(date) < earliest ? firstOf(earliest) : isBeyond ? stop : date;
    follows.current = true;
    setCursor(target);
    if (monthOf(target) !== month) props.onMonth(monthOf(target));
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const isRtl = getComputedStyle(event.currentTarget).direction === 'rtl';
    const target = keyTarget(event, stop, weekStart, isRtl);
    if (target) {
      event.preventDefault();
      move(target);
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      if (props.day(stop).isOpen) props.onSelect(stop);
    }
  };

  return (
    <div>
      <div className="month-head">
        <h2 id="month-name" aria-live="polite" tabIndex={-1}>
          {monthText(month)}
        </h2>
        <span className="row gap-0.5">
          <Turn
            icon="prev"
            label={labels.earlier}
            isOff={earliest !== undefined && month <= earliest}
            onTurn={() => props.onMonth(addMonths(month, -1))}
          />
          <Turn
            icon="next"
            label={labels.later}
            isOff={latest !== undefined && month >= latest}
            onTurn={() => props.onMonth(addMonths(month, 1))}
          />
        </span>
      </div>
      <table
        ref={table}
        className="month-grid"
        role="grid"
        aria-labelledby="month-name"
        aria-busy={isLoading}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr>
            {weekFrom(weekStart).map((weekday) => (
              <th key={weekday} scope="col" abbr={weekdayText(weekday)}>
                {weekdayText(weekday, 'short')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sixWeeks(month, weekStart).map(([key, week]) => (
            <tr key={key}>
              {week.map((date, index) => (
                <Cell
                  key={date ?? `${key}-${index}`}
                  date={date}
                  stop={stop}
                  {...props}
                  onSelect={(chosen) => {
                    setCursor(chosen);
                    props.onSelect(chosen);
                  }}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Legend {...props} />
    </div>
  );
}

/** Always six rows, so that nothing below moves from month to month. */
function sixWeeks(month: Month, weekStart: string): [string, (PlainDate | null)[]][] {
  const weeks = weeksOf(month, weekStart);
  const blank = Array.from({ length: 6 - weeks.length }, () => Array<null>(7).fill(null));
  return [...weeks, ...blank].map((week, index) => [`${month}-${index}`, week]);
}

function keyTarget(
  event: KeyboardEvent,
  date: PlainDate,
  weekStart: string,
  isRtl: boolean,
): PlainDate | null {
  const first = startOfWeek(date, weekStart);
  switch (event.key) {
    case 'ArrowLeft':
      return addDays(date, isRtl ? 1 : -1);
    case 'ArrowRight':
      return addDays(date, isRtl ? -1 : 1);
    case 'ArrowUp':
      return addDays(date, -7);
    case 'ArrowDown':
      return addDays(date, 7);
    case 'Home':
      return first;
    case 'End':
      return addDays(first, 6);
    case 'PageUp':
      return shiftMonths(date, event.shiftKey ? -12 : -1);
    case 'PageDown':
      return shiftMonths(date, event.shiftKey ? 12 : 1);
    default:
      return null;
  }
}

function Turn({
  icon,
  label,
  isOff = false,
  onTurn,
}: {
  icon: 'prev' | 'next';
  label: string;
  isOff?: boolean;
  onTurn: () => void;
}) {
  return (
    <button
      type="button"
      className="btn bare icon"
      aria-disabled={isOff || undefined}
      onClick={isOff ? undefined : onTurn}
    >
      <Icon name={icon} />
      <span className="sr">{label}</span>
    </button>
  );
}

function Cell({
  date,
  stop,
  selected,
  today,
  hours,
  day,
  isLoading,
  onSelect,
}: Props & { date: PlainDate | null; stop: PlainDate }) {
  if (!date)
    return (
      <td>
        <span className="d" />
      </td>
    );
  const { parts, isOpen, label } = day(date);
  const classes = ['d', isOpen && 'has', date === today && 'today', isLoading && 'loading']
    .filter(Boolean)
    .join(' ');
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid answers the keys for all of its cells
    <td
      role="gridcell"
      data-date={date}
      tabIndex={date === stop ? 0 : -1}
      aria-label={label}
      aria-selected={date === selected}
      aria-disabled={!isOpen}
      aria-current={date === today ? 'date' : undefined}
      onClick={isOpen ? () => onSelect(date) : undefined}
    >
      <span className={classes}>
        {Number(date.slice(8))}
        <Line from={hours.from} to={hours.to} parts={isOpen ? parts : []} />
      </span>
    </td>
  );
}

function Legend({ hours, labels }: Props) {
  return (
    <p className="legend mt-3" aria-hidden="true">
      <span className="row gap-2">
        <span className="num">{hourText(hours.from)}</span>
        <span className="legend-line">
          <Line
            from={0}
            to={10}
            parts={[
              { from: 1, to: 4, kind: 'o' },
              { from: 7, to: 8.5, kind: 'o' },
            ]}
          />
        </span>
        <span className="num">{hourText(hours.to)}</span>
      </span>
      <span>{labels.legend}</span>
    </p>
  );
}
