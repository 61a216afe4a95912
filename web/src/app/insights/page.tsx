import { addDays, dateIn, dateText, isDate, numberText } from '../../lib/time';
import { Field } from '../../look/field';
import { type Insights, type InsightTotals, useGetInsightsQuery } from '../api';
import { useHost } from '../frame/host-context';
import { t } from '../text';
import { Answered } from '../ui/faces';
import { PageHead } from '../ui/page-head';
import { useQuery } from '../ui/query';
import { useNow } from '../ui/use-now';
import { Chart } from './chart';

/** Figures over a stretch of days, which stands in the address. */
export function InsightsPage() {
  const { profile } = useHost();
  const zone = profile.time_zone;
  const today = dateIn(useNow(), zone);
  const [params, change] = useQuery();
  const given = (name: string, fallback: string) => {
    const date = params.get(name);
    return date && isDate(date) ? date : fallback;
  };
  const from = given('from', addDays(today, -29));
  const to = given('to', today);
  const insights = useGetInsightsQuery({ from, to, timeZone: zone });
  return (
    <>
      <PageHead title={t('insights.title')}>
        <fieldset className="pick">
          <legend className="sr">{t('insights.span')}</legend>
          {[30, 90, 365].map((days) => {
            const first = addDays(today, 1 - days);
            return (
              <button
                key={days}
                type="button"
                aria-pressed={from === first && to === today}
                onClick={() => change({ from: first, to: null })}
              >
                {t('insights.days', { count: days })}
              </button>
            );
          })}
        </fieldset>
      </PageHead>
      <div className="pair range">
        <Field label={t('insights.from')}>
          {(field) => (
            <input
              {...field}
              className="input short"
              type="date"
              value={from}
              max={to}
              onChange={(event) => change({ from: event.target.value || null })}
            />
          )}
        </Field>
        <Field label={t('insights.to')}>
          {(field) => (
            <input
              {...field}
              className="input short"
              type="date"
              value={to}
              min={from}
              onChange={(event) => change({ to: event.target.value || null })}
            />
          )}
        </Field>
      </div>
      <Answered query={insights}>{(data) => <Figures insights={data} />}</Answered>
    </>
  );
}

function Figures({ insights }: { insights: Insights }) {
  return (
    <>
      <div className="cols even">
        <section className="sheet pad col-span-7" aria-labelledby="per-day">
          <h2 id="per-day" className="text-m">
            {t('insights.per_day')}
          </h2>
          <Chart days={insights.days} />
        </section>
        <section className="sheet pad col-span-5" aria-labelledby="slots">
          <h2 id="slots" className="text-m">
            {t('insights.slots')}
          </h2>
          <Share totals={insights.totals} />
        </section>
      </div>
      <section className="sheet pad" aria-labelledby="by-type">
        <h2 id="by-type" className="text-m mb-2">
          {t('insights.by_type')}
        </h2>
        <Table insights={insights} />
      </section>
      <p className="s qq">
        {t('insights.range', { from: dateText(insights.from, 'full'), to: dateText(insights.to, 'full') })}
      </p>
    </>
  );
}

/** What became of the offered slots, as one line with its numbers. */
function Share({ totals }: { totals: InsightTotals }) {
  const kept = Math.max(totals.booked_slots - totals.no_shows, 0);
  const free = Math.max(totals.offered_slots - totals.booked_slots, 0);
  const rows = [
    ['k', t('insights.kept'), kept],
    ['m', t('insights.missed'), totals.no_shows],
    ['x', t('insights.cancelled'), totals.cancelled],
    ['l', t('insights.not_taken'), free],
  ] as const;
  return (
    <>
      <p className="bigt num mt-3">
        {numberText(totals.offered_slots)} <span className="s q font-medium">{t('insights.offered')}</span>
      </p>
      {totals.offered_slots > 0 && (
        <span className="prop" aria-hidden="true">
          {rows.map(
            ([kind, , value]) => value > 0 && <i key={kind} className={kind} style={{ flexGrow: value }} />,
          )}
        </span>
      )}
      <dl className="plist mt-4">
        {rows.map(([kind, name, value]) => (
          <div key={kind}>
            <dt>
              <i className={`sw ${kind}`} />
              {name}
            </dt>
            <dd>{numberText(value)}</dd>
          </div>
        ))}
        <div>
          <dt>{t('insights.hours_booked')}</dt>
          <dd>
            {t('insights.of', {
              part: numberText(Math.round(totals.booked_minutes / 60)),
              whole: numberText(Math.round(totals.offered_minutes / 60)),
            })}
          </dd>
        </div>
      </dl>
    </>
  );
}

function Table({ insights }: { insights: Insights }) {
  const columns = ['bookings', 'offered_slots', 'booked_slots', 'cancelled', 'no_shows'] as const;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className="scroll" aria-label={t('insights.table')} tabIndex={0}>
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">{t('insights.type')}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`insights.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {insights.event_types.map((row) => (
            <tr key={row.event_type_id}>
              <th scope="row">{row.title}</th>
              {columns.map((column) => (
                <td key={column}>{numberText(row[column])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
