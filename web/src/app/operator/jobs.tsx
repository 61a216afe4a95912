import { momentText } from '../../lib/time';
import { type BuriedJob, useListBuriedJobsQuery, useRetryBuriedJobMutation } from '../api';
import { useHost } from '../frame/host-context';
import { Sheet } from '../settings/sheet';
import { t, word } from '../text';
import { Answered, Refused } from '../ui/faces';
import { useAct } from '../ui/use-act';

/** Jobs that were given up, with the way to try again once the cause is mended. */
export function Jobs() {
  const jobs = useListBuriedJobsQuery({ state: 'dead' });
  return (
    <Sheet title={t('operator.jobs')} about={t('jobs.about')}>
      <Answered query={jobs}>
        {({ items }) => (
          <>
            {items.length === 0 && <p className="q s">{t('jobs.none')}</p>}
            <ul className="diff">
              {items.map((job) => (
                <li key={job.id}>
                  <Row job={job} />
                </li>
              ))}
            </ul>
          </>
        )}
      </Answered>
    </Sheet>
  );
}

function Row({ job }: { job: BuriedJob }) {
  const { profile } = useHost();
  const [retry] = useRetryBuriedJobMutation();
  const { act, isActing, problem } = useAct();
  return (
    <>
      <span>
        <b>{word('letter', job.kind)}</b>{' '}
        <span className="q">{t('timeline.tries', { count: job.tries })}</span>
        <br />
        <span className="s q">
          {[momentText(job.created_at, profile.time_zone), job.last_error].filter(Boolean).join('. ')}
        </span>
        {problem && <Refused problem={problem} />}
      </span>
      <button type="button" className="btn" disabled={isActing} onClick={() => act(retry({ id: job.id }))}>
        {t('timeline.retry')}
      </button>
    </>
  );
}
