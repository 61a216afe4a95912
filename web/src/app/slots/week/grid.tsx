import { type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import {
  clockText,
  dateIn,
  dateText,
  hourIn,
  hourText,
  timeOfMinutes,
  weekdayOf,
  weekdayText,
} from '../../../lib/time';
import { scale } from '../../../look/line';
import { t } from '../../text';
import { type Drawn, drawDay, type Shown } from './drawn';
import { Layer } from './layer';
import { at, type Chosen, chosen, holds, keyTarget, type Span, STEP } from './span';
import { cellOf, useDrag } from './use-drag';

type Props = Shown & {
  days: string[];
  now: string;
  /** The hours drawn, first and last. */
  hours: { from: number; to: number };
  /** The one day that a phone shows. */
  day: string;
  /** Whether the form of what was chosen stands over the page. */
  isAsking: boolean;
  /** How often something came of what was chosen. */
  settled: number;
  onChoose: (chosen: Chosen) => void;
  /** The cursor went to a date of another week. */
  onLeave: (date: string) => void;
};

/**
 * The week as a grid of quarter hours by the ARIA pattern: one tab stop, arrows move, Shift with arrows extends, Enter opens the
 * form, Escape drops. A pointer drags over the same cells. What stands there is drawn above them, and its bookings are links.
 */
export function WeekGrid(props: Props) {
  const { days, zone, now, hours, day, isAsking } = props;
  const today = dateIn(now, zone);
  const [span, setSpan] = useState<Span>(() =>
    at(days.includes(today) ? today : (days[0] ?? today), startMinute(props)),
  );
  const table = useRef<HTMLDivElement>(null);
  const follows = useRef(false);
  const hasAsked = useRef(false);
  const focused = useRef<Element>(null);
  const stop = inside(span, days, hours);

  // After a key the focus follows the cursor, into another week too. A cell that had it may go with its week meanwhile.
  useEffect(() => {
    const isGone = focused.current?.isConnected === false && document.activeElement === document.body;
    if (!isGone && !(follows.current && days.includes(span.date))) return;
    follows.current = false;
    table.current?.querySelector<HTMLElement>('[tabindex="0"][role="gridcell"]')?.focus();
  });

  // The form is a sheet over the page. Whatever was drawn anew beneath it, the focus comes back to the cell it left.
  useEffect(() => {
    if (isAsking || !hasAsked.current) return;
    hasAsked.current = false;
    table.current?.querySelector<HTMLElement>('[tabindex="0"][role="gridcell"]')?.focus();
  }, [isAsking]);
  // Something stands there now; the cursor stays where it began.
  useEffect(() => {
    if (props.settled > 0) setSpan(({ date, anchor }) => at(date, anchor));
  }, [props.settled]);
  const ask = (target: Chosen) => {
    hasAsked.current = true;
    props.onChoose(target);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      ask(chosen(stop));
    } else if (event.key === 'Escape') setSpan(at(stop.date, stop.cursor));
    const isRtl = getComputedStyle(event.currentTarget).direction === 'rtl';
    const target = keyTarget(stop, event.key, event.shiftKey, isRtl, hours);
    if (!target) return;
    event.preventDefault();
    follows.current = true;
    setSpan(target);
    if (!days.includes(target.date)) props.onLeave(target.date);
  };

  // Whatever gives a cell the focus, a screen reader's own cursor for instance, the keys go on from there.
  const onFocus = ({ target }: FocusEvent<HTMLElement>) => {
    focused.current = target;
    const cell = cellOf(target);
    if (cell && (cell.date !== stop.date || cell.minute !== stop.cursor)) setSpan(at(cell.date, cell.minute));
  };

  const pointer = useDrag(span, setSpan, ask);

  const drawn = new Map(days.map((date) => [date, drawDay(date, props)]));
  const minutes = Array.from(
    { length: ((hours.to - hours.from) * 60) / STEP },
    (_, index) => hours.from * 60 + index * STEP,
  );
  return (
    <div className={stop.anchor === stop.cursor ? 'wgrid' : 'wgrid long'} style={scale(hours.from, hours.to)}>
      <div
        ref={table}
        role="grid"
        aria-label={t('week_view.name')}
        aria-describedby="week-view-how"
        aria-multiselectable="true"
        onKeyDown={onKeyDown}
        onFocus={onFocus}
        {...pointer}
      >
        <div role="row" className="wrow whead">
          <span role="columnheader" className="sr">
            {t('week_view.time')}
          </span>
          {days.map((date) => (
            <span
              key={date}
              role="columnheader"
              className={column(date, day, today)}
              aria-label={dateText(date, 'long')}
            >
              <span className="s q">{weekdayText(weekdayOf(date), 'short')}</span>{' '}
              <b>{Number(date.slice(8))}</b>
            </span>
          ))}
        </div>
        <div className="wbody" role="rowgroup">
          {minutes.map((minute) => (
            <div key={minute} role="row" className={minute % 60 === 0 ? 'wrow full' : 'wrow'}>
              <span role="rowheader" className="wh">
                {minute % 60 === 0 ? (
                  hourText(minute / 60)
                ) : (
                  <span className="sr">{timeOfMinutes(minute)}</span>
                )}
              </span>
              {days.map((date) => (
                <span
                  key={date}
                  role="gridcell"
                  className={column(date, day, today)}
                  data-date={date}
                  data-minute={minute}
                  tabIndex={stop.date === date && stop.cursor === minute ? 0 : -1}
                  aria-selected={holds(stop, date, minute)}
                  aria-label={cellName(date, minute, drawn.get(date) ?? [])}
                />
              ))}
            </div>
          ))}
        </div>
      </div>
      <Layer days={days} drawn={drawn} day={day} today={today} nowHour={hourIn(now, zone)} hours={hours} />
    </div>
  );
}

/** The cursor where it can be: in the week and the hours shown. */
function inside(span: Span, days: string[], { from, to }: Props['hours']): Span {
  const isThere = span.cursor >= from * 60 && span.cursor < to * 60 && days.includes(span.date);
  if (isThere) return span;
  const cursor = Math.min(Math.max(span.cursor, from * 60), to * 60 - STEP);
  return at(days.includes(span.date) ? span.date : (days[0] ?? span.date), cursor);
}

export function column(date: string, day: string, today: string): string {
  return ['wcol', date === day && 'ph', date === today && 'td'].filter(Boolean).join(' ');
}

/** The cursor begins at the next full hour of today, or at nine. */
function startMinute({ now, zone, hours }: Props): number {
  const next = Math.ceil(hourIn(now, zone));
  return (next >= hours.from && next < hours.to ? next : Math.max(hours.from, 9)) * 60;
}

/** "Saturday 6 March, 13:00, Open". */
function cellName(date: string, minute: number, drawn: Drawn[]): string {
  const hour = minute / 60;
  const there = drawn.filter(({ from, to }) => hour >= from && hour < to).map(({ label }) => label);
  return [dateText(date, 'long'), clockText(timeOfMinutes(minute)), ...there].join(', ');
}
