import { isProblem, type Problem } from '../../lib/http';
import { momentText } from '../../lib/time';
import { t } from '../text';

/** A refusal for people: the server names instants for programs, the host reads a clock. */
export function inWords(problem: Problem, zone: string): Problem {
  if (!isProblem(problem, 'slot-taken')) return problem;
  const times = (problem.alternatives ?? []).map((start) => momentText(start, zone)).join('; ');
  const nearest = times ? ` ${t('booking.nearest', { times })}` : '';
  return { ...problem, detail: t('booking.taken') + nearest };
}
