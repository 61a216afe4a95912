import { dateText, numberText } from '../../lib/time';
import type { InsightDay } from '../api';
import { useHost } from '../frame/host-context';
import { t } from '../text';
import { isByWeek, roundUp, type Stretch, stretches, tallest } from './by-week';

const HEIGHT = 160;
/** What is drawn over each other, from the ground up: colours of time, and words beside them. */
const LAYERS = [
  ['booked', 'k', 'insights.kept'],
  ['missed', 'm', 'insights.missed'],
  ['open', 'l', 'insights.not_taken'],
] as const;

/** A bar a day, or a week where there are many days. Its numbers stand in the table below. */
export function Chart({ days }: { days: InsightDay[] }) {
  const { profile } = useHost();
  const shown = stretches(days, profile.week_start);
  const top = roundUp(tallest(shown));
  const step = 100 / Math.max(shown.length, 1);
  return (
    <figure className="chart">
      <div className="plot">
        <span className="axis xs qq" aria-hidden="true">
          <span>{numberText(top)}</span>
          <span>{numberText(top / 2)}</span>
          <span>0</span>
        </span>
        <svg viewBox={`0 0 100 ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={summary(shown)}>
          <path className="grid-line" d={`M0 .5H100M0 ${HEIGHT / 2}H100`} />
          {shown.map((stretch, index) => (
            <Bar key={stretch.from} stretch={stretch} x={index * step} step={step} scale={HEIGHT / top} />
          ))}
        </svg>
      </div>
      <figcaption className="stack snug xs qq">
        <span className="row between num">
          <span className="nowrap">{shown[0] && dateText(shown[0].from, 'day')}</span>
          <span className="nowrap">{shown.at(-1) && dateText(shown.at(-1)?.to ?? '', 'day')}</span>
        </span>
        <span className="row wrap gap-x-4 gap-y-0">
          {LAYERS.map(([, kind, text]) => (
            <span key={kind} className="row gap-2">
              <i className={`sw ${kind}`} />
              {t(text)}
            </span>
          ))}
        </span>
      </figcaption>
      <Numbers shown={shown} byWeek={isByWeek(days)} />
    </figure>
  );
}

function Bar({ stretch, x, step, scale }: { stretch: Stretch; x: number; step: number; scale: number }) {
  const place = { x: x + step * 0.14, width: step * 0.72 };
  const floors = LAYERS.map((_, index) =>
    LAYERS.slice(0, index).reduce((sum, [name]) => sum + stretch[name] * scale, 0),
  );
  return (
    <g>
      <title>{words(stretch)}</title>
      {/* The whole height answers the pointer, so that a low bar can be read too. */}
      <rect className="bar-all" x={x} width={step} y={0} height={HEIGHT} />
      {LAYERS.map(([name, kind], index) => {
        const height = stretch[name] * scale;
        const y = HEIGHT - (floors[index] ?? 0) - height;
        return height > 0 && <rect key={kind} className={`bar-${kind}`} {...place} y={y} height={height} />;
      })}
    </g>
  );
}

function Numbers({ shown, byWeek }: { shown: Stretch[]; byWeek: boolean }) {
  return (
    <details>
      <summary className="s q">{t('insights.as_table')}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section className="scroll" aria-label={t('insights.per_day')} tabIndex={0}>
        <table className="figures">
          <thead>
            <tr>
              <th scope="col">{byWeek ? t('insights.week') : t('choice.date')}</th>
              <th scope="col">{t('insights.kept')}</th>
              <th scope="col">{t('insights.missed')}</th>
              <th scope="col">{t('insights.cancelled')}</th>
              <th scope="col">{t('insights.not_taken')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((stretch) => (
              <tr key={stretch.from}>
                <th scope="row">{name(stretch)}</th>
                <td>{stretch.booked}</td>
                <td>{stretch.missed}</td>
                <td>{stretch.cancelled}</td>
                <td>{stretch.open}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}

function name({ from, to }: Stretch): string {
  return from === to
    ? dateText(from)
    : t('slots.week', { from: dateText(from, 'day'), to: dateText(to, 'day') });
}

function words(stretch: Stretch): string {
  return t('insights.bar', { when: name(stretch), ...stretch });
}

function summary(shown: Stretch[]): string {
  const sum = (pick: (stretch: Stretch) => number) => shown.reduce((total, each) => total + pick(each), 0);
  return t('insights.summary', {
    booked: sum(({ booked }) => booked),
    missed: sum(({ missed }) => missed),
    cancelled: sum(({ cancelled }) => cancelled),
    open: sum(({ open }) => open),
  });
}
