import {
  cityOf,
  clockText,
  hourIn,
  type Instant,
  minutesBetween,
  offsetMinutes,
  rangeText,
  timeOfMinutes,
} from '../../lib/time';
import { Line, Ticks } from '../../look/line';
import { t } from '../text';

type Props = {
  start: Instant;
  end: Instant;
  zone: string;
  host: { name: string; time_zone: string };
  kind: 'o' | 'k';
};

/** The same stretch of time on two clocks, one line over the other. */
export function TwoZones({ start, end, zone, host, kind }: Props) {
  const ours = hourIn(start, zone);
  const length = minutesBetween(start, end) / 60;
  const from = Math.floor(ours) - 3;
  const to = from + 12;
  const shift = (offsetMinutes(start, host.time_zone) - offsetMinutes(start, zone)) / 60;
  const hours = [from, from + 3, from + 6, from + 9, to];
  const isSame = shift === 0;
  return (
    <div className="zones">
      <Caption who={t('zones.you', { city: cityOf(zone) })} range={rangeText(start, end, zone)} />
      <Ticks from={from} to={to} hours={hours} label={reading} />
      <span className="twin">
        <Line from={from} to={to} parts={[{ from: ours, to: ours + length, kind }]} />
        {!isSame && <Line from={from} to={to} parts={[{ from: ours, to: ours + length, kind }]} />}
      </span>
      {!isSame && (
        <>
          <Ticks from={from} to={to} hours={hours} label={(hour) => reading(hour + shift)} />
          <Caption
            who={`${host.name}, ${cityOf(host.time_zone)}`}
            range={rangeText(start, end, host.time_zone)}
          />
        </>
      )}
    </div>
  );
}

function reading(hour: number): string {
  return clockText(timeOfMinutes(Math.round((((hour % 24) + 24) % 24) * 60)));
}

function Caption({ who, range }: { who: string; range: string }) {
  return (
    <div className="cap">
      <b className="font-strong">{who}</b>
      <span className="q num">
        <bdi>{range}</bdi>
      </span>
    </div>
  );
}
