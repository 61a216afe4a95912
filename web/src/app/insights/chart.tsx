import { dateText } from '../../lib/time';
import type { InsightDay } from '../api';
import { t } from '../text';

const HEIGHT = 120;

/** A bar a day: ink for booked slots, green above it for those still open. Its numbers stand in the table below. */
export function Chart({ days }: { days: InsightDay[] }) {
  const most = Math.max(1, ...days.map((day) => Math.max(day.offered_slots, day.booked_slots)));
  const step = 100 / Math.max(days.length, 1);
  const tall = (count: number) => (count / most) * HEIGHT;
  const [first, last] = [days[0], days.at(-1)];
  return (
    <figure className="chart">
      <svg viewBox={`0 0 100 ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={summary(days)}>
        {days.map((day, index) => {
          const booked = tall(day.booked_slots);
          const open = tall(Math.max(day.offered_slots - day.booked_slots, 0));
          const place = { x: index * step + step * 0.12, width: step * 0.76 };
          return (
            <g key={day.date}>
              <rect className="bar-taken" {...place} y={HEIGHT - booked} height={booked} />
              <rect className="bar-open" {...place} y={HEIGHT - booked - open} height={open} />
            </g>
          );
        })}
      </svg>
      <figcaption className="aroundt xs qq">
        <span>{first && dateText(first.date, 'day')}</span>
        <span className="row gap-4">
          <span className="row gap-2">
            <i className="sw k" />
            {t('slots.booked')}
          </span>
          <span className="row gap-2">
            <i className="sw o" />
            {t('slots.open')}
          </span>
        </span>
        <span>{last && dateText(last.date, 'day')}</span>
      </figcaption>
      <details>
        <summary className="s q">{t('insights.as_table')}</summary>
        <table className="figures">
          <thead>
            <tr>
              <th scope="col">{t('choice.date')}</th>
              <th scope="col">{t('insights.offered_slots')}</th>
              <th scope="col">{t('insights.booked_slots')}</th>
            </tr>
          </thead>
          <tbody>
            {days.map((day) => (
              <tr key={day.date}>
                <th scope="row">{dateText(day.date)}</th>
                <td>{day.offered_slots}</td>
                <td>{day.booked_slots}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

function summary(days: InsightDay[]): string {
  const sum = (pick: (day: InsightDay) => number) => days.reduce((total, day) => total + pick(day), 0);
  return t('insights.summary', {
    days: days.length,
    booked: sum((day) => day.booked_slots),
    offered: sum((day) => day.offered_slots),
  });
}
