import { Link } from 'react-router';
import { Icon } from '../../look/icon';
import type { FirstSteps as Steps } from '../api';
import { type AppKey, t } from '../text';
import { ShareLink } from './share-link';

type Step = { key: keyof Steps; label: AppKey; todo: AppKey; to?: string };

const STEPS: Step[] = [
  { key: 'verified', label: 'steps.verified', todo: 'steps.verified_todo' },
  { key: 'hours', label: 'steps.hours', todo: 'steps.hours_todo', to: '/app/availability' },
  { key: 'event_type', label: 'steps.event_type', todo: 'steps.event_type_todo', to: '/app/event-types/new' },
  { key: 'link_shared', label: 'steps.link_shared', todo: 'steps.link_shared_todo' },
  { key: 'booked', label: 'steps.booked', todo: 'steps.booked_todo' },
];

/** The way to the first booking, as a line that fills; gone once it is walked. */
export function FirstSteps({ steps }: { steps: Steps }) {
  // What is done comes first, so that the line fills from its start.
  const ordered = STEPS.toSorted((a, b) => Number(steps[b.key]) - Number(steps[a.key]));
  const left = ordered.filter(({ key }) => !steps[key]);
  const [current] = left;
  if (!current) return null;
  return (
    <section className="steps sheet" aria-label={t('steps.title')}>
      <ol>
        {ordered.map(({ key, label }) => (
          <li
            key={key}
            className={steps[key] ? 'done' : 'todo'}
            aria-current={key === current.key ? 'step' : undefined}
          >
            {steps[key] && <Icon name="check" small />}
            <span>{t(label)}</span>
          </li>
        ))}
      </ol>
      <div className="row wrap between">
        <p className="q">
          {left.length === 1 && <b className="font-strong text-ink">{t('steps.last')} </b>}
          {t(current.todo)}
        </p>
        {current.to && (
          <Link className="btn" to={current.to}>
            {t(current.label)}
          </Link>
        )}
        {(current.key === 'link_shared' || current.key === 'booked') && <ShareLink label={t('copy_link')} />}
      </div>
    </section>
  );
}
