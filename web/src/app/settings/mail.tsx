import { momentText } from '../../lib/time';
import {
  type NoticePreferences,
  useGetPreferencesQuery,
  useListDeliveriesQuery,
  useUpdatePreferencesMutation,
} from '../api';
import { useHost } from '../frame/host-context';
import { t, word } from '../text';
import { Answered, Refused } from '../ui/faces';
import { MoreLink } from '../ui/more-link';
import { useQuery } from '../ui/query';
import { Switch } from '../ui/switch';
import { useAct } from '../ui/use-act';
import { useLetters } from '../ui/use-letters';
import { Sheet } from './sheet';

const NOTICES = ['notify_booked', 'notify_cancelled', 'notify_rescheduled'] as const;

/** Which letters the host wants, and what became of those to customers. */
export function MailPreferences() {
  const preferences = useGetPreferencesQuery();
  return (
    <>
      <Sheet title={t('mail.title')} about={t('mail.about')}>
        <Answered query={preferences}>{(data) => <Notices preferences={data} />}</Answered>
      </Sheet>
      <Deliveries />
    </>
  );
}

function Notices({ preferences }: { preferences: NoticePreferences }) {
  const [set] = useUpdatePreferencesMutation();
  const { act, problem } = useAct();
  return (
    <>
      {problem && <Refused problem={problem} />}
      {NOTICES.map((notice) => (
        <Switch
          key={notice}
          label={t(`mail.${notice}`)}
          isOn={preferences[notice]}
          onChange={(isOn) => void act(set({ body: { ...preferences, [notice]: isOn } }))}
        />
      ))}
    </>
  );
}

function Deliveries() {
  const { profile } = useHost();
  const [params] = useQuery();
  const { isKept } = useLetters();
  // Without a mail server it was the mailbox that took the letter.
  const stateOf = (state: string) => (isKept && state === 'accepted' ? 'kept' : state);
  const deliveries = useListDeliveriesQuery({ cursor: params.get('cursor') ?? undefined });
  return (
    <Sheet title={t('deliveries.title')}>
      <Answered query={deliveries}>
        {({ items, next_cursor: next }) => (
          <>
            {items.length === 0 && <p className="q s">{t('deliveries.none')}</p>}
            <ul className="diff">
              {items.map((delivery) => (
                <li key={delivery.id}>
                  <span>
                    <b>{word('letter', delivery.letter)}</b> <span className="q">{delivery.to}</span>
                    <br />
                    <span className="s q">
                      {[
                        momentText(delivery.accepted_at ?? delivery.created_at, profile.time_zone),
                        delivery.last_error,
                      ]
                        .filter(Boolean)
                        .join('. ')}
                    </span>
                  </span>
                  <span
                    className={`chip ${{ accepted: 'open', failed: 'now', refused: 'now', kept: '', queued: '', suppressed: '' }[stateOf(delivery.state)]}`}
                  >
                    {word('deliveries', stateOf(delivery.state))}
                  </span>
                </li>
              ))}
            </ul>
            <MoreLink next={next} />
          </>
        )}
      </Answered>
    </Sheet>
  );
}
