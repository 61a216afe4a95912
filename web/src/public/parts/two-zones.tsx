import {
  addMinutes,
  cityOf,
  clockText,
  type Instant,
  isSameClock,
  minutesBetween,
  minutesOf,
  rangeText,
  rangeThere,
  readingIn,
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

/** How many hours are drawn, and how many of them before the hour of the start. */
const LENGTH = 12;
const BEFORE = 3;

/**
 * The same stretch of time on two clocks, one line over the other. What is drawn is elapsed time; each reading is that of its
 * instant, so that it is right across a change of either clock.
 */
export function TwoZones({ start, end, zone, host, kind }: Props) {
  const intoHour = minutesOf(readingIn(start, zone)) % 60;
  const begin = addMinutes(start, -intoHour - BEFORE * 60);
  const from = minutesBetween(begin, start) / 60;
  const part = { from, to: from + minutesBetween(start, end) / 60, kind };
  const hours = [0, 3, 6, 9, LENGTH];
  const readings = (clock: string) => (hour: number) =>
    clockText(readingIn(addMinutes(begin, hour * 60), clock));
  const isSame = isSameClock(start, end, zone, host.time_zone);
  return (
    <div className="zones">
      <Caption who={t('zones.you', { city: cityOf(zone) })} range={rangeText(start, end, zone)} />
      <Ticks from={0} to={LENGTH} hours={hours} label={readings(zone)} />
      <span className="twin">
        <Line from={0} to={LENGTH} parts={[part]} />
        {!isSame && <Line from={0} to={LENGTH} parts={[part]} />}
      </span>
      {!isSame && (
        <>
          <Ticks from={0} to={LENGTH} hours={hours} label={readings(host.time_zone)} />
          <Caption
            who={`${host.name}, ${cityOf(host.time_zone)}`}
            range={rangeThere(start, end, zone, host.time_zone)}
          />
        </>
      )}
    </div>
  );
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
