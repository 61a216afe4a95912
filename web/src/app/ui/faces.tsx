import type { ReactNode } from 'react';
import { useSelector } from 'react-redux';
import type { Problem } from '../../lib/http';
import { Note } from '../../look/note';
import { selectLine } from '../live/line-slice';
import type { RootState } from '../store';
import { t } from '../text';
import { PageHead } from './page-head';
import { problemText } from './problem-text';

/** The shape of something that is still on its way: as high as the rows that come, so that nothing jumps. */
export function Loading({ rows = 4 }: { rows?: number }) {
  return (
    <div className="waiting" role="status" aria-label={t('loading')}>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} aria-hidden="true">
          <span className="wait" />
          <span className="wait" />
        </div>
      ))}
    </div>
  );
}

/** What the server refused or could not do, with the way to try again. */
export function Refused({ problem, onRetry }: { problem: Problem; onRetry?: () => void }) {
  const { lostAt } = useSelector<RootState, ReturnType<typeof selectLine>>(selectLine);
  // That nothing got through is said as long as it is so.
  const isOver = problem.status === 0 && lostAt === null;
  if (isOver) return null;
  return (
    <Note kind="refused">
      <p>{problemText(problem)}</p>
      {onRetry && (
        <button type="button" className="btn text" onClick={onRetry}>
          {t('retry')}
        </button>
      )}
    </Note>
  );
}

/** Nothing here yet, and the next step. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <p className="b">{title}</p>
      {children}
    </div>
  );
}

type Query<T> = { data?: T; error?: unknown; isLoading: boolean; refetch: () => unknown };

type AnsweredProps<T> = {
  query: Query<T>;
  /** Of a page whose own heading comes with the answer. */
  title?: string;
  children: (data: T) => ReactNode;
};

/** The face that fits the state of a query: loading, refused, or its answer. */
export function Answered<T>({ query, title, children }: AnsweredProps<T>) {
  if (query.data !== undefined) return children(query.data);
  const problem = query.error as Problem | undefined;
  return (
    <>
      {title && <PageHead title={title} />}
      {problem ? <Refused problem={problem} onRetry={() => query.refetch()} /> : <Loading />}
    </>
  );
}
