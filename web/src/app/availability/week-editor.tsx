import { useState } from 'react';
import { hourText, minutesOf, parseTime, type Weekday, weekdayText, weekFrom } from '../../lib/time';
import { Icon } from '../../look/icon';
import { Line, Ticks } from '../../look/line';
import type { Weekly, Window } from '../api';
import { useHost } from '../frame/host-context';
import { t } from '../text';
import { Dialog } from '../ui/dialog';
import { Switch } from '../ui/switch';
import { hoursIn, nextWindow } from './windows';
import { WindowsField } from './windows-field';

type Props = { weekly: Weekly; onChange: (weekly: Weekly) => void };

const DAY = { from: 0, to: 24 };

/** The hours of every week: each day drawn as its line, with the times beside it. */
export function WeekEditor({ weekly, onChange }: Props) {
  const { profile } = useHost();
  const [copied, setCopied] = useState<Weekday | null>(null);
  const days = weekFrom(profile.week_start);
  const windowsOf = (day: Weekday) => weekly[day] ?? [];
  const hours = days.reduce((sum, day) => sum + hoursIn(windowsOf(day)), 0);
  return (
    <>
      <ol className="week">
        <li className="wd scale" aria-hidden="true">
          <span />
          <Ticks {...DAY} hours={[0, 3, 6, 9, 12, 15, 18, 21, 24]} label={hourText} />
          <span />
          <span />
        </li>
        {days.map((day) => (
          <Day
            key={day}
            day={day}
            windows={windowsOf(day)}
            onChange={(windows) => onChange({ ...weekly, [day]: windows })}
            onCopy={() => setCopied(day)}
          />
        ))}
      </ol>
      <p className="s q mt-4">{t('week.hours', { count: Math.round(hours * 100) / 100 })}</p>
      {copied && (
        <CopyDay
          from={copied}
          days={days}
          onClose={() => setCopied(null)}
          onCopy={(targets) => {
            onChange({ ...weekly, ...Object.fromEntries(targets.map((day) => [day, windowsOf(copied)])) });
            setCopied(null);
          }}
        />
      )}
    </>
  );
}

type DayProps = {
  day: Weekday;
  windows: Window[];
  onChange: (windows: Window[]) => void;
  onCopy: () => void;
};

function Day({ day, windows, onChange, onCopy }: DayProps) {
  const name = weekdayText(day);
  const isOpen = windows.length > 0;
  return (
    <li className={isOpen ? 'wd' : 'wd off'}>
      <span className="row dn">
        <Switch
          hidden
          label={name}
          isOn={isOpen}
          onChange={(on) => onChange(on ? [{ start: '09:00', end: '17:00' }] : [])}
        />
        <b>{name}</b>
      </span>
      <span className="trk">
        <Line {...DAY} parts={parts(windows)} />
      </span>
      {isOpen ? (
        <WindowsField name={name} windows={windows} onChange={onChange} />
      ) : (
        <span className="wins q">{t('week.closed')}</span>
      )}
      <span className="row gap-0">
        <button
          type="button"
          className="btn bare icon"
          onClick={() => onChange([...windows, nextWindow(windows)])}
        >
          <Icon name="plus" />
          <span className="sr">{t('week.add', { day: name })}</span>
        </button>
        <button type="button" className="btn bare icon" onClick={onCopy}>
          <Icon name="copy" />
          <span className="sr">{t('week.copy', { day: name })}</span>
        </button>
      </span>
    </li>
  );
}

/** The windows that can be drawn already, while another is still being typed. */
export function parts(windows: Window[]) {
  return windows.flatMap(({ start, end }) => {
    const [from, to] = [parseTime(start), parseTime(end)];
    return from && to && minutesOf(to) > minutesOf(from)
      ? [{ from: minutesOf(from) / 60, to: minutesOf(to) / 60, kind: 'o' as const }]
      : [];
  });
}

type CopyProps = {
  from: Weekday;
  days: Weekday[];
  onClose: () => void;
  onCopy: (targets: Weekday[]) => void;
};

function CopyDay({ from, days, onClose, onCopy }: CopyProps) {
  const [targets, setTargets] = useState<Weekday[]>([]);
  const others = days.filter((day) => day !== from);
  const toggle = (day: Weekday) =>
    setTargets(targets.includes(day) ? targets.filter((each) => each !== day) : [...targets, day]);
  return (
    <Dialog title={t('week.copy_title', { day: weekdayText(from) })} isOpen onClose={onClose}>
      <div>
        {others.map((day) => (
          <label key={day} className="check">
            <input type="checkbox" checked={targets.includes(day)} onChange={() => toggle(day)} />
            {weekdayText(day)}
          </label>
        ))}
      </div>
      <div className="row wrap gap-2">
        <button
          type="button"
          className="btn main"
          disabled={targets.length === 0}
          onClick={() => onCopy(targets)}
        >
          {targets.length === 0 ? t('week.copy_none') : t('week.copy_do', { count: targets.length })}
        </button>
        <button type="button" className="btn bare" onClick={() => setTargets(others)}>
          {t('week.copy_all')}
        </button>
      </div>
    </Dialog>
  );
}
