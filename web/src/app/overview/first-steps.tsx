import { useState } from 'react';
import { Link } from 'react-router';
import { Icon } from '../../look/icon';
import type { FirstSteps as Steps } from '../api';
import { useHost } from '../frame/host-context';
import { ShareButton } from '../share/share-button';
import { type AppKey, t } from '../text';
import { showUndo } from '../ui/toast-store';
import { dismiss, isDismissed } from './dismissed';
import { ShareLink } from './share-link';

/** What it is called once it is done, what is to be done, and where. */
type Step = { key: keyof Steps; label: AppKey; todo: AppKey; next?: { to: string; label: AppKey } };

const STEPS: Step[] = [
  { key: 'verified', label: 'steps.verified', todo: 'steps.verified_todo' },
  {
    key: 'hours',
    label: 'steps.hours',
    todo: 'steps.hours_todo',
    next: { to: '/app/availability', label: 'type.set_hours' },
  },
  {
    key: 'event_type',
    label: 'steps.event_type',
    todo: 'steps.event_type_todo',
    next: { to: '/app/event-types/new', label: 'types.new' },
  },
  { key: 'link_shared', label: 'steps.link_shared', todo: 'steps.link_shared_todo' },
  { key: 'booked', label: 'steps.booked', todo: 'steps.booked_todo' },
];

/** The way to the first booking, as a line that fills, each step where it is done; gone once it is walked, or when the host doesn't want it. */
export function FirstSteps({ steps }: { steps: Steps }) {
  const { user } = useHost();
  const [isGone, setGone] = useState(() => isDismissed(user.id));
  const left = STEPS.filter(({ key }) => !steps[key]);
  const [current] = left;
  if (!current || isGone) return null;
  const leave = (gone: boolean) => {
    dismiss(user.id, gone);
    setGone(gone);
  };
  return (
    <section className="steps sheet" aria-label={t('steps.title')}>
      <ol>
        {STEPS.map(({ key, label, next }) => (
          <li
            key={key}
            className={steps[key] ? 'done' : 'todo'}
            aria-current={key === current.key ? 'step' : undefined}
          >
            {steps[key] && <Icon name="check" small />}
            {next ? (
              <Link to={next.to}>
                <span>{t(label)}</span>
              </Link>
            ) : (
              <span>{t(label)}</span>
            )}
          </li>
        ))}
      </ol>
      <div className="row wrap between">
        <p className="q grow step-todo">
          <b className="font-strong text-ink">{t('steps.left', { count: left.length })} </b>
          {t(current.todo)}
        </p>
        <div className="row wrap gap-2">
          <button
            type="button"
            className="btn bare"
            onClick={() => {
              leave(true);
              showUndo(t('steps.gone'), () => leave(false));
            }}
          >
            {t('steps.leave')}
          </button>
          <Next step={current} />
        </div>
      </div>
    </section>
  );
}

function Next({ step }: { step: Step }) {
  const { profile } = useHost();
  if (step.next) {
    return (
      <Link className="btn main" to={step.next.to}>
        {t(step.next.label)}
      </Link>
    );
  }
  if (step.key === 'verified') return null;
  return (
    <>
      <ShareButton url={profile.public_url} title={profile.name} label={t('share.qr_short')} />
      <ShareLink label={t('copy_link')} />
    </>
  );
}
