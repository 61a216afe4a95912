import { momentText } from '../../lib/time';
import { useListSessionsQuery, useRevokeOtherSessionsMutation, useRevokeSessionMutation } from '../api';
import { useHost } from '../frame/host-context';
import { t } from '../text';
import { Answered, Refused } from '../ui/faces';
import { useAct } from '../ui/use-act';
import { deviceText } from './device';
import { Sheet } from './sheet';

export function Sessions() {
  const { profile } = useHost();
  const sessions = useListSessionsQuery();
  const [end] = useRevokeSessionMutation();
  const [endOthers] = useRevokeOtherSessionsMutation();
  const { act, isActing, problem } = useAct();
  return (
    <Sheet title={t('sessions.title')} about={t('sessions.about')}>
      {problem && <Refused problem={problem} />}
      <Answered query={sessions}>
        {({ items }) => (
          <>
            <ul className="diff">
              {items.map((session) => (
                <li key={session.id}>
                  <span>
                    <b>{session.user_agent ? deviceText(session.user_agent) : t('sessions.unknown')}</b>
                    <br />
                    <span className="s q">
                      {session.is_current && `${t('sessions.this')} `}
                      {t('sessions.seen', { when: momentText(session.last_seen_at, profile.time_zone) })}
                    </span>
                  </span>
                  {!session.is_current && (
                    <button
                      type="button"
                      className="btn bare"
                      disabled={isActing}
                      onClick={() => act(end({ id: session.id }))}
                    >
                      {t('sessions.end')}
                    </button>
                  )}
                </li>
              ))}
            </ul>
            {items.length > 1 && (
              <button
                type="button"
                className="btn refuse justify-self-start"
                disabled={isActing}
                onClick={() => act(endOthers())}
              >
                {t('sessions.end_others')}
              </button>
            )}
          </>
        )}
      </Answered>
    </Sheet>
  );
}
