import { lazy, Suspense, useEffect } from 'react';
import { useSelector } from 'react-redux';
import { Navigate, Outlet, useLocation } from 'react-router';
import type { Problem } from '../../lib/http';
import { Note } from '../../look/note';
import {
  type Profile,
  type User,
  useGetOverviewQuery,
  useGetProfileQuery,
  useGetSessionQuery,
  useResendVerificationMutation,
} from '../api';
import { selectLine } from '../live/line-slice';
import { useLine } from '../live/use-line';
import { useLive } from '../live/use-live';
import { selectSession, sessionBegun } from '../session/slice';
import { type RootState, useAppDispatch } from '../store';
import { t } from '../text';
import { ErrorBoundary } from '../ui/error-boundary';
import { Loading, Refused } from '../ui/faces';
import { MailboxLink } from '../ui/mailbox-link';
import { Toasts } from '../ui/toasts';
import { useAct } from '../ui/use-act';
import { HostContext } from './host-context';
import { LineNotes } from './line-notes';
import { SideBar, Tabs, TopBar } from './nav';

/** Seldom needed, and heavier than the rest of the frame. */
const LoginAgain = lazy(() =>
  import('../session/login-again').then((module) => ({ default: module.LoginAgain })),
);

/** What surrounds the dashboard's pages. Whoever isn't logged in is led there and back. */
export function Frame() {
  useLine();
  const session = useGetSessionQuery();
  const problem = session.error as Problem | undefined;
  const profile = useGetProfileQuery(undefined, { skip: !session.data });
  const location = useLocation();
  if (problem?.status === 401 && !session.isFetching) {
    return <Navigate to={`/login?next=${encodeURIComponent(location.pathname + location.search)}`} replace />;
  }
  const refusal = problem ?? (profile.error as Problem | undefined);
  if (refusal && !(session.data && profile.data)) {
    return (
      <main className="work" id="main">
        <Refused problem={refusal} onRetry={() => (problem ? session.refetch() : profile.refetch())} />
      </main>
    );
  }
  if (!session.data || !profile.data) return <Loading />;
  return <Inside user={session.data.user} profile={profile.data} />;
}

function Inside({ user, profile }: { user: User; profile: Profile }) {
  const dispatch = useAppDispatch();
  useEffect(() => {
    dispatch(sessionBegun(user.email));
  }, [dispatch, user.email]);
  useLive(user.email);
  const { isOver } = useSelector<RootState, ReturnType<typeof selectSession>>(selectSession);
  const line = useSelector<RootState, ReturnType<typeof selectLine>>(selectLine);
  const isLive = line.isLive && line.lostAt === null;
  const { pathname } = useLocation();
  const overview = useGetOverviewQuery();
  return (
    <HostContext value={{ user, profile, isLive }}>
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <div className="desk">
        <SideBar pending={overview.data?.counts.pending ?? 0} />
        <div>
          <TopBar />
          <main className="work" id="main">
            <LineNotes zone={profile.time_zone} />
            {!user.email_verified && <Unverified email={user.email} />}
            <ErrorBoundary path={pathname}>
              <Suspense fallback={<Loading />}>
                <Outlet />
              </Suspense>
            </ErrorBoundary>
          </main>
        </div>
        <Tabs />
      </div>
      <Toasts />
      {isOver && (
        <Suspense fallback={null}>
          <LoginAgain />
        </Suspense>
      )}
    </HostContext>
  );
}

function Unverified({ email }: { email: string }) {
  const [resend, { isSuccess }] = useResendVerificationMutation();
  const { act, isActing, problem } = useAct();
  return (
    <Note kind="now" icon="mail">
      <p>
        <b className="font-strong text-ink">{t('verify.todo', { email })}</b> {t('verify.why')}
      </p>
      <MailboxLink />
      {problem && <p>{problem.detail}</p>}
      {isSuccess ? (
        <p role="status">{t('verify.resent')}</p>
      ) : (
        <button type="button" className="btn text" disabled={isActing} onClick={() => act(resend())}>
          {t('verify.resend')}
        </button>
      )}
    </Note>
  );
}
