import { useGetMailStatusQuery, useGetRegistrationQuery } from '../api';
import { useHost } from '../frame/host-context';
import { t } from '../text';

/**
 * What becomes of letters here: sent, or kept in a mailbox while no mail server is set. An instance that is being tried out says so
 * to everybody, any other one only to its operator. `told` says nothing before that is known.
 */
export function useLetters() {
  const { user } = useHost();
  const registration = useGetRegistrationQuery();
  const status = useGetMailStatusQuery(undefined, { skip: !user.is_operator });
  const isKept = Boolean(registration.data?.dev_mailbox) || status.data?.transport === 'mailbox';
  const isKnown = registration.data !== undefined && !status.isLoading;
  const told = (name: string) => (isKnown ? t(isKept ? 'letters.kept' : 'letters.sent', { name }) : '');
  return { isKept, told };
}
