import type { KeyboardEvent } from 'react';
import { parseTime } from '../../lib/time';
import { Refusal } from '../../look/field';
import { Icon } from '../../look/icon';
import type { Window } from '../api';
import { t } from '../text';
import { checkWindows, nudge } from './windows';

type Props = { name: string; windows: Window[]; onChange: (windows: Window[]) => void; onDone?: () => void };

/** Windows of one day: times to type, arrow keys by a quarter of an hour. */
export function WindowsField({ name, windows, onChange, onDone }: Props) {
  const problems = checkWindows(windows);
  const set = (index: number, change: Partial<Window>) =>
    onChange(windows.map((each, at) => (at === index ? { ...each, ...change } : each)));
  return (
    <span className="wins">
      {windows.map((window, index) => (
        <span key={index} className="stack gap-1">
          <span className="win">
            <TimeInput
              label={t('window.from', { name })}
              value={window.start}
              isWrong={problems[index] !== null}
              onChange={(start) => set(index, { start })}
              onDone={onDone}
            />
            <span className="q">{t('window.to_word')}</span>
            <TimeInput
              label={t('window.to', { name })}
              value={window.end}
              isWrong={problems[index] !== null}
              onChange={(end) => set(index, { end })}
              onDone={onDone}
            />
            <button
              type="button"
              className="btn bare icon"
              onClick={() => {
                onChange(windows.filter((_, at) => at !== index));
              }}
            >
              <Icon name="x" />
              <span className="sr">{t('window.remove', { name, time: window.start })}</span>
            </button>
          </span>
          {problems[index] && <Refusal text={problems[index]} />}
        </span>
      ))}
    </span>
  );
}

type TimeProps = {
  label: string;
  value: string;
  isWrong: boolean;
  onChange: (value: string) => void;
  onDone?: () => void;
};

function TimeInput({ label, value, isWrong, onChange, onDone }: TimeProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    const time = event.key === 'Enter' && parseTime(value);
    if (time && time !== value) onChange(time);
    const step = { ArrowUp: 15, ArrowDown: -15 }[event.key];
    if (!step) return;
    event.preventDefault();
    onChange(nudge(value, step));
  };
  return (
    <input
      className="input short num"
      data-time
      aria-label={label}
      aria-invalid={isWrong || undefined}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onBlur={() => {
        const time = parseTime(value);
        if (time && time !== value) onChange(time);
        onDone?.();
      }}
      onKeyDown={onKeyDown}
    />
  );
}
