import { useNavigate } from 'react-router';
import { api, useLogOutMutation } from '../api';
import { useAppDispatch } from '../store';
import { t } from '../text';
import { PageHead } from '../ui/page-head';
import { useQuery } from '../ui/query';
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
  const dispatch = useAppDispatch();
  const navigate = useNavigate();
  const leave = async () => {
    const { error } = await logout();
    if (error) return;
    await navigate('/login');
    dispatch(api.util.resetApiState());
  };
  return (
    <>
      <PageHead title={t('settings.title')}>
        <button type="button" className="btn" onClick={leave}>
          {t('settings.logout')}
        </button>
      </PageHead>
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
