import { useHost } from '../frame/host-context';
import { NotFoundPage } from '../frame/not-found';
import { t } from '../text';
import { PageHead } from '../ui/page-head';
import { useQuery } from '../ui/query';
import { Accounts } from './accounts';
import { Invitations } from './invitations';
import { Jobs } from './jobs';
import { Mail } from './mail';

const SECTIONS = ['accounts', 'invitations', 'mail', 'jobs'] as const;

/** What the one who runs this instance looks after. */
export function OperatorPage() {
  const { user } = useHost();
  const [params, change] = useQuery();
  const section = SECTIONS.find((each) => each === params.get('section')) ?? 'accounts';
  if (!user.is_operator) return <NotFoundPage />;
  return (
    <>
      <PageHead
        title={t('nav.operator')}
        windowTitle={`${t(`operator.${section}`)} – ${t('nav.operator')}`}
      />
      <fieldset className="pick justify-self-start">
        <legend className="sr">{t('settings.which')}</legend>
        {SECTIONS.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={each === section}
            onClick={() => change({ section: each, cursor: null })}
          >
            {t(`operator.${each}`)}
          </button>
        ))}
      </fieldset>
      {section === 'accounts' && <Accounts />}
      {section === 'invitations' && <Invitations />}
      {section === 'mail' && <Mail />}
      {section === 'jobs' && <Jobs />}
    </>
  );
}
