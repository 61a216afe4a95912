import { useState } from 'react';
import { dateIn, dateText, type Month, monthOf, type PlainDate, weekdayOf } from '../../lib/time';
import { Icon } from '../../look/icon';
import { MonthGrid } from '../../look/month-grid';
import { Note } from '../../look/note';
import { type Override, type Schedule, useListBookingsQuery, type Window } from '../api';
import { useHost } from '../frame/host-context';
import { t } from '../text';
import { useFocusKept } from '../ui/use-focus-kept';
import { useNow } from '../ui/use-now';
import { parts } from './week-editor';
import { nextWindow, windowText } from './windows';
import { WindowsField } from './windows-field';

type Props = { schedule: Schedule; onChange: (overrides: Override[]) => void };

/** Single dates that differ from the week: chosen in the month, changed beside it. */
export function Overrides({ schedule, onChange }: Props) {
  const { profile } = useHost();
  const today = dateIn(useNow(), schedule.time_zone);
  const [month, setMonth] = useState<Month>(monthOf(today));
  const [date, setDate] = useState<PlainDate | null>(null);
  const overrideOf = (day: PlainDate) => schedule.overrides.find((override) => override.date === day);
  const windowsOn = (day: PlainDate): Window[] =>
    overrideOf(day)?.windows ?? schedule.weekly[weekdayOf(day)] ?? [];
  const set = (day: PlainDate, windows: Window[] | null) => {
    const others = schedule.overrides.filter((override) => override.date !== day);
    const changed = windows ? [...others, { date: day, windows }] : others;
    onChange(changed.sort((a, b) => a.date.localeCompare(b.date)));
  };
  const coming = schedule.overrides.filter((override) => override.date >= today);
  return (
    <div className="cols">
      <section className="sheet pad col-span-7">
        <MonthGrid
          month={month}
          weekStart={profile.week_start}
          today={today}
          selected={date}
          hours={{ from: 0, to: 24 }}
          labels={{ earlier: t('month.earlier'), later: t('month.later'), legend: t('override.legend') }}
          day={(day) => {
            const windows = windowsOn(day);
            const state = windows.length === 0 ? t('week.closed') : windows.map(windowText).join(', ');
            const label = `${dateText(day, 'long')}, ${state}${overrideOf(day) ? `, ${t('override.this_date')}` : ''}`;
            return { parts: parts(windows), isOpen: day >= today, label };
          }}
          onSelect={setDate}
          onMonth={setMonth}
        />
      </section>
      <section className="stack col-span-5" aria-label={t('override.other_days')}>
        {date ? (
          <DateEditor
            key={date}
            date={date}
            override={overrideOf(date)}
            usual={schedule.weekly[weekdayOf(date)] ?? []}
            zone={schedule.time_zone}
            onChange={(windows) => set(date, windows)}
          />
        ) : (
          <p className="sheet pad q s">{t('override.choose')}</p>
        )}
        {coming.length > 0 && (
          <div className="sheet pad">
            <h2 className="text-m mb-2">{t('override.title')}</h2>
            <ul className="diff">
              {coming.map((override) => (
                <li key={override.date}>
                  <button
                    type="button"
                    onClick={() => {
                      setMonth(monthOf(override.date));
                      setDate(override.date);
                    }}
                  >
                    <b>{dateText(override.date)}</b>
                    <br />
                    <span className="s q num">
                      {override.windows.length === 0
                        ? t('week.closed')
                        : override.windows.map(windowText).join(', ')}
                    </span>
                  </button>
                  <button type="button" className="btn bare icon" onClick={() => set(override.date, null)}>
                    <Icon name="x" />
                    <span className="sr">{t('override.remove', { date: dateText(override.date) })}</span>
                  </button>
                </li>
              ))}
            </ul>
          </div>
        )}
      </section>
    </div>
  );
}

type EditorProps = {
  date: PlainDate;
  override?: Override;
  usual: Window[];
  zone: string;
  onChange: (windows: Window[] | null) => void;
};

function DateEditor({ date, override, usual, zone, onChange }: EditorProps) {
  const { box, heading } = useFocusKept<HTMLDivElement>();
  const windows = override?.windows ?? usual;
  const usually = usual.length === 0 ? t('week.closed') : usual.map(windowText).join(', ');
  return (
    <div className="sheet pad stack" ref={box}>
      <div className="stack snug">
        <h2 ref={heading} tabIndex={-1}>
          {dateText(date, 'long')}
        </h2>
        <p className="s q">
          {override ? t('override.instead', { usually }) : t('override.as_week', { usually })}
        </p>
      </div>
      <WindowsField name={dateText(date)} windows={windows} onChange={onChange} />
      <Inside date={date} zone={zone} isClosed={override !== undefined && windows.length === 0} />
      <div className="row wrap gap-2">
        <button type="button" className="btn" onClick={() => onChange([...windows, nextWindow(windows)])}>
          <Icon name="plus" />
          {t('override.window')}
        </button>
        {windows.length > 0 && (
          <button type="button" className="btn" onClick={() => onChange([])}>
            {t('override.close')}
          </button>
        )}
        {override && (
          <button type="button" className="btn bare" onClick={() => onChange(null)}>
            {t('override.usual')}
          </button>
        )}
      </div>
    </div>
  );
}

/** Bookings stay when a day is closed; the host should know which. */
function Inside({ date, zone, isClosed }: { date: PlainDate; zone: string; isClosed: boolean }) {
  const { data } = useListBookingsQuery({ view: 'upcoming', limit: 200 }, { skip: !isClosed });
  const there = (data?.items ?? []).filter(({ start }) => dateIn(start, zone) === date);
  if (!isClosed || there.length === 0) return null;
  return (
    <Note kind="now">
      {t('override.booked', {
        count: there.length,
        names: there.map(({ customer }) => customer.name).join(', '),
      })}
    </Note>
  );
}
