import { type RefObject, useEffect, useRef } from 'react';
import {
  dateIn,
  dateText,
  type HourCycle,
  hourIn,
  type Instant,
  momentText,
  monthOf,
  monthText,
  timeText,
} from '../../lib/time';
import { Icon } from '../../look/icon';
import type { LinePart } from '../../look/line';
import { MonthGrid } from '../../look/month-grid';
import { Note } from '../../look/note';
import { ZonePicker } from '../../look/zone-picker';
import { go, hasStepped, href, useAddress } from '../address';
import { useHours, useNow, useOnline } from '../clock';
import type { Host } from '../data';
import { Offline } from '../parts/offline';
import { zoneTexts } from '../parts/zone-texts';
import { t } from '../text';
import { byDate, hoursOf, openParts } from './days';
import { Times } from './times';
import { useMonth } from './use-month';
import { dateAsked, monthIn } from './which';

type Props = {
  host: Pick<Host, 'handle' | 'name' | 'time_zone'> & Partial<Pick<Host, 'week_start'>>;
  eventType: { slug: string; seats?: number };
  zone: string;
  onZone: (zone: string) => void;
};

/** Month, day and time: where a customer finds a slot. What is chosen stands in the address. */
export function Picker({ host, eventType, zone, onZone }: Props) {
  const address = useAddress();
  const now = useNow();
  const [hours, setHours] = useHours();
  const heading = useRef<HTMLHeadingElement>(null);
  const today = dateIn(now, zone);
  const isOnline = useOnline();
  const date = dateAsked(today);
  const month = monthIn(today);
  const { slots, gone, nextOpen, later, isLoading, problem, reload } = useMonth({
    handle: host.handle,
    slug: eventType.slug,
    month,
    zone,
  });
  const days = byDate(slots ?? [], zone);
  const hours24 = hoursOf(slots ?? [], zone);
  const shown = date ?? (slots ? ([...days.keys()].sort()[0] ?? null) : null);

  // Back from the form the reader stands where the times are.
  useEffect(() => {
    const isLost = document.activeElement === document.body;
    if (hasStepped() && isLost) document.getElementById('day-name')?.focus();
  }, []);

  const choose = (chosen: string) => {
    address.set({ date: chosen, month: null });
    requestAnimationFrame(() => heading.current?.focus());
  };

  return (
    <div className="sheet">
      <div className="bar">
        <ZonePicker zone={zone} now={now} texts={zoneTexts} onZone={onZone} />
        <HoursPick hours={hours} onHours={setHours} />
      </div>
      <section className="month" aria-label={t('booking.days')}>
        {nextOpen && <NextOpen start={nextOpen} zone={zone} today={today} />}
        <MonthGrid
          month={month}
          weekStart={host.week_start ?? 'mon'}
          today={today}
          selected={shown}
          earliest={monthOf(today)}
          latest={slots?.length === 0 && !later ? month : undefined}
          hours={hours24}
          isLoading={isLoading}
          labels={{ earlier: t('booking.earlier'), later: t('booking.later'), legend: t('booking.legend') }}
          day={(day) => {
            const open = days.get(day) ?? [];
            const label = t('booking.day', { date: dateText(day, 'long'), times: timesOpen(open.length) });
            const parts = openParts(open, zone);
            return {
              parts: day === today ? [...parts, ...nowMark(now, zone, hours24)] : parts,
              isOpen: open.length > 0,
              label,
            };
          }}
          onSelect={choose}
          onMonth={(next) => address.set({ month: next, date: null })}
        />
      </section>
      <section className="day-side" aria-labelledby="day-name">
        {!isOnline && <Offline />}
        {problem && isOnline && (
          <Note kind="refused">
            <p>{problem.status === 404 ? t('booking.gone', { name: host.name }) : problem.detail}</p>
            {problem.status === 404 ? (
              <a className="btn text" href={`/${host.handle}`}>
                {t('booking.others', { name: host.name })}
              </a>
            ) : (
              <button type="button" className="btn text" onClick={reload}>
                {t('retry')}
              </button>
            )}
          </Note>
        )}
        {shown && slots ? (
          <>
            <DayHead heading={heading} date={shown} count={days.get(shown)?.length ?? 0} />
            <Times
              date={shown}
              zone={zone}
              host={host}
              seats={eventType.seats ?? 1}
              slots={days.get(shown) ?? []}
              gone={gone.filter(({ start }) => dateIn(start, zone) === shown)}
            />
          </>
        ) : (
          !problem && <Nothing isLoading={isLoading} month={month} nextOpen={later} zone={zone} />
        )}
      </section>
    </div>
  );
}

/** This minute on today's line, if the line reaches as far. */
function nowMark(now: Instant, zone: string, ends: { from: number; to: number }): LinePart[] {
  const hour = hourIn(now, zone);
  return hour >= ends.from && hour <= ends.to ? [{ from: hour, to: hour, kind: 'nowmark' }] : [];
}

function timesOpen(count: number): string {
  return count === 0 ? t('booking.none_open') : t('booking.times_open', { count });
}

function DayHead({
  heading,
  date,
  count,
}: {
  heading: RefObject<HTMLHeadingElement | null>;
  date: string;
  count: number;
}) {
  return (
    <div className="stack snug mb-4">
      <h2 id="day-name" ref={heading} tabIndex={-1}>
        {dateText(date, 'long')}
      </h2>
      <p className="s qq" aria-live="polite">
        {timesOpen(count)}
      </p>
    </div>
  );
}

function NextOpen({ start, zone, today }: { start: Instant; zone: string; today: string }) {
  const day = dateIn(start, zone);
  const when =
    day === today ? t('booking.today_at', { time: timeText(start, zone) }) : momentText(start, zone);
  const target = href({ slot: start });
  return (
    <a
      className="soon"
      href={target}
      onClick={(event) => {
        event.preventDefault();
        go(target);
        scrollTo(0, 0);
      }}
    >
      <span>
        {t('booking.next_open')} <b className="nowrap">{when}</b>
      </span>
      <span className="btn">{t('booking.take_it')}</span>
    </a>
  );
}

function HoursPick({ hours, onHours }: { hours: HourCycle; onHours: (hours: HourCycle) => void }) {
  return (
    <fieldset className="pick">
      <legend className="sr">{t('booking.clock')}</legend>
      {(['24', '12'] as const).map((each) => (
        <button key={each} type="button" aria-pressed={hours === each} onClick={() => onHours(each)}>
          {t(`booking.hours_${each}`)}
        </button>
      ))}
    </fieldset>
  );
}

type NothingProps = { isLoading: boolean; month: string; nextOpen: Instant | null; zone: string };

function Nothing({ isLoading, month, nextOpen, zone }: NothingProps) {
  if (isLoading) {
    return (
      <div className="stack">
        <h2 id="day-name" className="sr">
          {t('loading')}
        </h2>
        <span className="wait" />
        <span className="wait" />
      </div>
    );
  }
  return (
    <div className="stack">
      <h2 id="day-name">{t('booking.nothing', { month: monthText(month) })}</h2>
      {nextOpen ? (
        <a className="btn whitespace-normal" href={href({ date: dateIn(nextOpen, zone), month: null })}>
          <Icon name="arrow" />
          {t('booking.nothing_next', { when: momentText(nextOpen, zone) })}
        </a>
      ) : (
        <p className="q">{t('booking.nothing_at_all')}</p>
      )}
    </div>
  );
}
