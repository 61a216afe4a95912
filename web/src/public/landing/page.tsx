import { type CSSProperties, useState } from 'react';
import { clockText } from '../../lib/time';
import { Icon } from '../../look/icon';
import type { IconName } from '../../look/icons';
import { Mark } from '../../look/mark';
import { type PublicKey, t } from '../text';

/** A day to try on: open times, taken ones and the space between, by their length in hours. */
const DAY = [
  ['open', 0.75, '09:00'],
  ['open', 0.75, '09:45'],
  ['taken', 1, '10:30'],
  ['open', 0.75, '11:30'],
  ['none', 0.75, '12:15'],
  ['taken', 1, '13:00'],
  ['open', 0.75, '14:00'],
  ['none', 0.75, '14:45'],
  ['open', 0.75, '15:30'],
  ['open', 0.75, '16:15'],
  ['none', 1, '17:00'],
] as const;

const EFFECTS: [IconName, PublicKey, PublicKey][] = [
  ['check', 'landing.gone', 'landing.gone_why'],
  ['cal', 'landing.calendar', 'landing.calendar_why'],
  ['mail', 'landing.mail', 'landing.mail_why'],
  ['globe', 'landing.zones', 'landing.zones_why'],
];

export function LandingPage() {
  return (
    <div className="public land">
      <header className="row between">
        <Mark href="/" />
        <a className="btn" href="/login">
          {t('landing.login')}
        </a>
      </header>
      <main id="main">
        <div className="say">
          <h1>{t('landing.title')}</h1>
          <div className="stack">
            <p className="lead">{t('landing.lead')}</p>
            <div className="row wrap gap-2">
              <a className="btn main big" href="/register">
                {t('landing.register')}
              </a>
              <a className="btn big" href="/login">
                {t('landing.login')}
              </a>
            </div>
          </div>
        </div>
        <Try />
      </main>
    </div>
  );
}

function Try() {
  const [taken, setTaken] = useState<string | null>(null);
  return (
    <form className="try" aria-label={t('landing.try')}>
      <p className="row between tryhead">
        <b>{t('landing.day')}</b>
        <span className="q s" role="status">
          {taken ? t('landing.told', { time: clockText(taken) }) : t('landing.ask')}
        </span>
      </p>
      <div className="tl1" role="radiogroup" aria-label={t('landing.day')}>
        {DAY.map(([kind, hours, time]) => {
          const style = { '--f': hours } as CSSProperties;
          if (kind === 'none') return <span key={time} className="n" style={style} />;
          if (kind === 'taken') {
            return (
              <span key={time} className="k" style={style}>
                <span className="s">{t('landing.taken')}</span>
              </span>
            );
          }
          return (
            <label key={time} className="o" style={style}>
              <input
                type="radio"
                name="time"
                className="sr"
                checked={taken === time}
                onChange={() => setTaken(time)}
              />
              <span className="num">{clockText(time)}</span>
            </label>
          );
        })}
      </div>
      <ul className="four">
        {EFFECTS.map(([icon, what, why]) => (
          <li key={what}>
            <Icon name={icon} />
            <span>
              <b>{t(what)}</b>
              <span className="s q">{t(why)}</span>
            </span>
          </li>
        ))}
      </ul>
    </form>
  );
}
