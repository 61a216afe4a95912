import { Link } from 'react-router';
import { span } from '../../../look/line';
import type { Drawn } from './drawn';
import { column } from './grid';

type Props = {
  days: string[];
  drawn: Map<string, Drawn[]>;
  day: string;
  today: string;
  nowHour: number;
  hours: { from: number; to: number };
};

/** From this length on, in hours, there is room for two lines. */
const TALL = 0.8;

/** What stands in the week, drawn over the cells. Bookings are links; the rest lets the pointer through to the cells. */
export function Layer({ days, drawn, day, today, nowHour, hours }: Props) {
  const isShown = nowHour >= hours.from && nowHour <= hours.to;
  return (
    <div className="wlayer">
      {days.map((date) => (
        <div key={date} className={column(date, day, today)}>
          {(drawn.get(date) ?? []).map((each) => (
            <Piece key={each.key} drawn={each} />
          ))}
          {date === today && isShown && <span className="nowr" style={span(nowHour, nowHour)} />}
        </div>
      ))}
    </div>
  );
}

function Piece({ drawn: { kind, from, to, title, time, label, link } }: { drawn: Drawn }) {
  const classes = `${kind} ${to - from < TALL ? 'flat' : ''} ${to - from < 0.4 ? 'thin' : ''}`;
  const inside =
    kind === 'o' || kind === 'g' ? (
      <span>{kind === 'o' && time}</span>
    ) : (
      <>
        <b>{title}</b>
        <span>{time}</span>
      </>
    );
  if (link) {
    return (
      <Link className={classes} style={span(from, to)} to={link} aria-label={label}>
        {inside}
      </Link>
    );
  }
  return (
    <span className={classes} style={span(from, to)} aria-hidden="true">
      {inside}
    </span>
  );
}
