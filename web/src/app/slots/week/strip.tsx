import { dateText, weekdayOf, weekdayText } from '../../../lib/time';
import { Line, type LinePart } from '../../../look/line';
import { type Drawn, drawDay, type Shown } from './drawn';

type Props = {
  days: string[];
  shown: Shown;
  day: string;
  hours: { from: number; to: number };
  onDay: (date: string) => void;
};

const KINDS: Partial<Record<Drawn['kind'], LinePart['kind']>> = {
  o: 'o',
  opening: 'o',
  k: 'k',
  w: 'nowtime',
  p: 'p',
  block: 'busy',
};

/** On a phone, where one day has the room: the seven to choose from, each with its line. */
export function Strip({ days, shown, day, hours, onDay }: Props) {
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
          <Line {...hours} parts={drawDay(date, shown).flatMap(toPart)} />
        </button>
      ))}
    </div>
  );
}

function toPart({ kind, from, to }: Drawn): LinePart[] {
  const drawn = KINDS[kind];
  return drawn ? [{ kind: drawn, from, to }] : [];
}
