import { useLogOutMutation } from '../api';
import { useLeave } from '../session/use-leave';
import { t } from '../text';
import { Refused } from '../ui/faces';
import { PageHead } from '../ui/page-head';
import { useQuery } from '../ui/query';
import { useAct } from '../ui/use-act';
import { ApiKeys } from './api-keys';
import { DeleteAccount } from './delete-account';
import { EmailForm } from './email';
import { MailPreferences } from './mail';
import { PasswordForm } from './password';
import { ProfileForm } from './profile';
import { Sessions } from './sessions';

const SECTIONS = ['profile', 'mail', 'account', 'keys'] as const;

export function SettingsPage() {
  const [params, change] = useQuery();
  const section = SECTIONS.find((each) => each === params.get('section')) ?? 'profile';
  const [logout] = useLogOutMutation();
  const leave = useLeave();
  const { act, problem } = useAct();
  const out = async () => {
    if ((await act(logout())) !== undefined) await leave();
  };
  return (
    <>
      <PageHead
        title={t('settings.title')}
        windowTitle={`${t(`settings.${section}`)} – ${t('settings.title')}`}
      >
        <button type="button" className="btn" onClick={out}>
          {t('settings.logout')}
        </button>
      </PageHead>
      {problem && <Refused problem={problem} />}
      <fieldset className="pick justify-self-start">
        <legend className="sr">{t('settings.which')}</legend>
        {SECTIONS.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={each === section}
            onClick={() => change({ section: each === 'profile' ? null : each })}
          >
            {t(`settings.${each}`)}
          </button>
        ))}
      </fieldset>
      <div className="stack wide narrow-form">
        {section === 'profile' && <ProfileForm />}
        {section === 'mail' && <MailPreferences />}
        {section === 'account' && (
          <>
            <EmailForm />
            <PasswordForm />
            <Sessions />
            <DeleteAccount />
          </>
        )}
        {section === 'keys' && <ApiKeys />}
      </div>
    </>
  );
}
