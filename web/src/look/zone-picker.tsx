import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import {
  cityOf,
  dateIn,
  dateText,
  deviceZone,
  type Instant,
  nextChange,
  offsetName,
  timeText,
} from '../lib/time';
import { findZones, learnNames, type ZoneChoice } from '../lib/zones';
import { Icon } from './icon';

export type ZoneTexts = {
  change: string;
  title: string;
  search: string;
  close: string;
  none: string;
  now: (time: string) => string;
  device: (city: string) => string;
  change_forward: (date: string) => string;
  change_back: (date: string) => string;
};

type Props = { zone: string; now: Instant; texts: ZoneTexts; onZone: (zone: string) => void };

/** The zone whose clock the page shows, and a search for another by city or name. */
export function ZonePicker({ zone, now, texts, onZone }: Props) {
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };
  return (
    <div className="zonepop-anchor">
      <button
        ref={opener}
        type="button"
        className="zone"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="globe" />
        <span>
          <b className="font-strong">{cityOf(zone)}</b>{' '}
          <span className="qq">{texts.now(timeText(now, zone))}</span>
        </span>
        <Icon name="down" small />
        <span className="sr">{texts.change}</span>
      </button>
      {isOpen && (
        <Search
          zone={zone}
          now={now}
          texts={texts}
          onClose={close}
          onZone={(chosen) => {
            onZone(chosen);
            close();
          }}
        />
      )}
    </div>
  );
}

function Search({ zone, now, texts, onZone, onClose }: Props & { onClose: () => void }) {
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const list = useId();
  const input = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLElement>(null);
  // Before the next key: what is typed right after the click belongs in the field.
  useLayoutEffect(() => input.current?.focus(), []);
  const [, setLearned] = useState(false);
  useEffect(() => void learnNames().then(() => setLearned(true)), []);
  useEffect(() => {
    const away = (event: Event) => !box.current?.parentElement?.contains(event.target as Node) && onClose();
    document.addEventListener('pointerdown', away);
    return () => document.removeEventListener('pointerdown', away);
  }, [onClose]);

  const choices = query ? findZones(query, now) : usual(zone, now);
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = choices[active];
    if (event.key === 'Escape') onClose();
    else if (event.key === 'ArrowDown') setActive(Math.min(active + 1, choices.length - 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(active - 1, 0));
    else if (event.key === 'Enter' && chosen) onZone(chosen.zone);
    else return;
    event.preventDefault();
  };

  return (
    <section ref={box} className="zonepop" aria-label={texts.title}>
      <div className="row between">
        <h2 className="text-m">{texts.title}</h2>
        <button type="button" className="btn bare icon -m-2" onClick={onClose}>
          <Icon name="x" />
          <span className="sr">{texts.close}</span>
        </button>
      </div>
      <label className="find">
        <Icon name="search" />
        <span className="sr">{texts.search}</span>
        <input
          ref={input}
          className="input"
          type="search"
          autoComplete="off"
          placeholder={texts.search}
          role="combobox"
          aria-expanded="true"
          aria-controls={list}
          aria-activedescendant={choices[active] ? `${list}-${active}` : undefined}
          value={query}
          onInput={(event) => {
            setQuery(event.currentTarget.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
      </label>
      <div id={list} role="listbox" aria-label={texts.title}>
        {choices.map((choice, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the search field answers the keys for the list
          <div
            key={choice.zone}
            id={`${list}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onClick={() => onZone(choice.zone)}
          >
            <span>
              <b>{choice.city}</b>
              <span className="s q">{choice.title}</span>
            </span>
            <span className="num">
              {timeText(now, choice.zone)} <span className="s q nowrap">{offsetName(now, choice.zone)}</span>
            </span>
          </div>
        ))}
      </div>
      <p className="s q" role="status">
        {choices.length === 0 ? texts.none : remark(zone, now, texts)}
      </p>
    </section>
  );
}

function usual(zone: string, now: Instant): ZoneChoice[] {
  const zones = [...new Set([zone, deviceZone(), 'UTC'])];
  return zones.flatMap((each) =>
    findZones(each.replaceAll(/[_/]/g, ' '), now, 50).filter((choice) => choice.zone === each),
  );
}

function remark(zone: string, now: Instant, texts: ZoneTexts): string {
  const change = nextChange(now, zone);
  const device = texts.device(cityOf(deviceZone()));
  if (!change) return device;
  const date = dateText(dateIn(change.at, zone), 'full');
  return `${device} ${change.isForward ? texts.change_forward(date) : texts.change_back(date)}`;
}
