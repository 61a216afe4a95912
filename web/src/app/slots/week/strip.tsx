import { dateText, weekdayOf, weekdayText } from '../../../lib/time';
import { Line, type LinePart } from '../../../look/line';
import type { Block, HostSlot } from '../../api';
import { type Drawn, drawDay } from './drawn';

type Props = {
  days: string[];
  slots: HostSlot[];
  blocks: Block[];
  zone: string;
  day: string;
  hours: { from: number; to: number };
  onDay: (date: string) => void;
};

const KINDS: Partial<Record<Drawn['kind'], LinePart['kind']>> = {
  o: 'o',
  opening: 'o',
  k: 'k',
  p: 'p',
  block: 'busy',
};

/** On a phone, where one day has the room: the seven to choose from, each with its line. */
export function Strip({ days, slots, blocks, zone, day, hours, onDay }: Props) {
  return (
    <div className="strip sheet">
      {days.map((date) => (
        <button
          key={date}
          type="button"
          className="d"
          aria-pressed={date === day}
          aria-label={dateText(date, 'long')}
          onClick={() => onDay(date)}
        >
          <span className="xs">{weekdayText(weekdayOf(date), 'narrow')}</span>
          <b>{Number(date.slice(8))}</b>
          <Line {...hours} parts={drawDay(date, slots, blocks, zone).flatMap(toPart)} />
        </button>
      ))}
    </div>
  );
}

function toPart({ kind, from, to }: Drawn): LinePart[] {
  const drawn = KINDS[kind];
  return drawn ? [{ kind: drawn, from, to }] : [];
}
