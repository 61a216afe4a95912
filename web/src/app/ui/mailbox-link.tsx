import { useGetRegistrationQuery } from '../api';
import { t } from '../text';

/** Where the letters are on an instance that is being tried out; nothing where they are sent. */
export function MailboxLink() {
  const { data } = useGetRegistrationQuery();
  if (!data?.dev_mailbox) return null;
  return (
    <p>
      {t('mailbox.why')}{' '}
      <a href={data.dev_mailbox} target="_blank" rel="noopener">
        {t('mailbox.open')}
      </a>
    </p>
  );
}
