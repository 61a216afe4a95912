import { type ReactNode, type RefObject, useRef } from 'react';
import { isProblem, type Problem } from '../../lib/http';
import { type Instant, timeText } from '../../lib/time';
import { Note } from '../../look/note';
import type { Fate, Host } from '../data';
import { t } from '../text';
import { Nearest } from './nearest';

type Props = {
  /** Where the reader is taken when something was refused. */
  box: RefObject<HTMLDivElement | null>;
  host: Host;
  start: Instant;
  zone: string;
  /** The server's answer to this form. */
  problem: Problem | null;
  /** What is known of the time besides. */
  fate: Fate | null;
  /** The link to the booking, if this tab has booked the time. */
  booked: string | null;
  /** An answer never came: the booking may have arrived. */
  isUnheard: boolean;
  /** What no field shows. */
  general: string | null;
  /** Whether there is a form in which something may be typed. */
  isBegun: boolean;
  onTake: (start: Instant) => void;
};

/** What was refused as a whole, beside the button that was pressed; what is wrong with a field stands there. */
export function Refusal(props: Props) {
  const said = useSaid(props);
  return (
    <div ref={props.box} tabIndex={-1} className="refusal">
      {said}
    </div>
  );
}

const TITLES = {
  taken: 'taken.title',
  closed: 'taken.closed',
  late: 'taken.late',
  past: 'taken.past',
  not_offered: 'taken.not_offered',
} as const;

function useSaid({
  host,
  start,
  zone,
  fate,
  booked,
  isUnheard,
  general,
  isBegun,
  onTake,
  ...props
}: Props): ReactNode {
  const problem = useProblemOf(start, props.problem);
  const time = timeText(start, zone);
  if (isUnheard)
    return (
      <Note kind="now">
        {problem && <p>{problem.detail}</p>}
        <p>{t('form.unheard')}</p>
      </Note>
    );
  const isTaken = isProblem(problem ?? undefined, 'slot-taken');
  const why = isTaken ? 'taken' : isProblem(problem ?? undefined, 'not-a-slot') ? 'not_offered' : fate?.is;
  if (booked && why && why !== 'open') return <Already link={booked} />;
  if (problem?.status === 404 || why === 'withdrawn') return <Withdrawn host={host} />;
  if (why && why !== 'open') {
    const starts = problem?.alternatives ?? fate?.near ?? [];
    // The server's refusal tells what happened now; the calendar, how it stands.
    const key = fate?.is === 'past' || fate?.is === 'late' ? fate.is : why;
    return <Nearest title={t(TITLES[key], { time })} {...{ starts, zone, isBegun, onTake }} />;
  }
  const text = general ?? (problem && !problem.errors?.length ? problem.detail : null);
  return text ? <Note kind="refused">{text}</Note> : null;
}

/** A refusal is about the time that was asked for; another one that was chosen meanwhile is a new question. */
function useProblemOf(start: Instant, problem: Problem | null): Problem | null {
  const asked = useRef(start);
  const old = useRef<Problem | null>(null);
  if (asked.current !== start) {
    asked.current = start;
    old.current = problem;
  }
  return problem === old.current ? null : problem;
}

function Withdrawn({ host }: { host: Host }) {
  return (
    <Note kind="refused">
      <p>{t('booking.gone', { name: host.name })}</p>
      <a className="btn text" href={`/${host.handle}`}>
        {t('booking.others', { name: host.name })}
      </a>
    </Note>
  );
}

function Already({ link }: { link: string }) {
  return (
    <Note kind="open" icon="check">
      <p>{t('form.already')}</p>
      <a className="btn text" href={link}>
        {t('form.see')}
      </a>
    </Note>
  );
}
