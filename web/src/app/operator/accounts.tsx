import { dateIn, dateText } from '../../lib/time';
import {
  type Account,
  useListAccountsQuery,
  useRestoreAccountMutation,
  useSuspendAccountMutation,
} from '../api';
import { useHost } from '../frame/host-context';
import { Sheet } from '../settings/sheet';
import { t } from '../text';
import { Answered, Refused } from '../ui/faces';
import { MoreLink } from '../ui/more-link';
import { useQuery } from '../ui/query';
import { useAct } from '../ui/use-act';

export function Accounts() {
  const [params] = useQuery();
  const accounts = useListAccountsQuery({ cursor: params.get('cursor') ?? undefined });
  return (
    <Sheet title={t('operator.accounts')}>
      <Answered query={accounts}>
        {({ items, next_cursor: next }) => (
          <>
            <ul className="diff">
              {items.map((account) => (
                <li key={account.id}>
                  <Row account={account} />
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

function Row({ account }: { account: Account }) {
  const { user, profile } = useHost();
  const [suspend] = useSuspendAccountMutation();
  const [restore] = useRestoreAccountMutation();
  const { act, isActing, problem } = useAct();
  const { id, name, email, handle, suspended_at: suspended } = account;
  const since = dateText(dateIn(account.created_at, profile.time_zone), 'full');
  return (
    <>
      <span>
        <b>{name}</b> <span className="q">{email}</span>
        <br />
        <span className="s q">
          /{handle}, {since}
          {!account.email_verified && `, ${t('operator.unverified')}`}
          {account.is_operator && `, ${t('operator.is_operator')}`}
        </span>
        {problem && <Refused problem={problem} />}
      </span>
      {id !== user.id && (
        <button
          type="button"
          className={suspended ? 'btn' : 'btn refuse'}
          disabled={isActing}
          onClick={() => act((suspended ? restore : suspend)({ id }))}
        >
          {suspended ? t('operator.restore') : t('operator.suspend')}
        </button>
      )}
    </>
  );
}
