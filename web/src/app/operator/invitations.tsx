import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import * as z from 'zod/mini';
import type { Problem } from '../../lib/http';
import { momentText } from '../../lib/time';
import { Note } from '../../look/note';
import {
  type Invitation,
  useCreateInvitationMutation,
  useDeleteInvitationMutation,
  useListInvitationsQuery,
} from '../api';
import { useHost } from '../frame/host-context';
import { Sheet } from '../settings/sheet';
import { t } from '../text';
import { CopyButton } from '../ui/copy-button';
import { Answered, Refused } from '../ui/faces';
import { FormRefusal, placeProblem, TextInput } from '../ui/form';
import { useAct } from '../ui/use-act';
import { useLetters } from '../ui/use-letters';

const schema = z.object({
  email: z.string().check(
    z.trim(),
    z.regex(/^([^@\s]+@[^@\s]+\.[^@\s.]+)?$/, {
      error: ({ input }) => t('field.email_wrong', { email: String(input) }),
    }),
  ),
});
type Values = z.infer<typeof schema>;

export function Invitations() {
  const invitations = useListInvitationsQuery({});
  return (
    <Sheet title={t('operator.invitations')} about={t('invitations.about')}>
      <Invite />
      <Answered query={invitations}>
        {({ items }) => (
          <ul className="diff">
            {items.map((invitation) => (
              <li key={invitation.id}>
                <Row invitation={invitation} />
              </li>
            ))}
          </ul>
        )}
      </Answered>
    </Sheet>
  );
}

function Invite() {
  const form = useForm<Values>({ resolver: zodResolver(schema), defaultValues: { email: '' } });
  const [create, { isLoading, data }] = useCreateInvitationMutation();
  const { told } = useLetters();
  const submit = form.handleSubmit(async ({ email }) => {
    const { error } = await create({ body: email ? { email } : {} });
    if (error) placeProblem(form, error as Problem);
    else form.reset();
  });
  return (
    <>
      <form className="stack" noValidate onSubmit={submit}>
        <FormRefusal form={form} />
        <TextInput
          form={form}
          name="email"
          type="email"
          label={t('field.email')}
          hint={t('invitations.email_hint')}
        />
        <button type="submit" className="btn main justify-self-start" disabled={isLoading}>
          {t('invitations.do')}
        </button>
      </form>
      {data && (
        <Note kind="open" icon="check">
          {data.invitation.email && <p>{told(data.invitation.email)}</p>}
          <p className="break-all">{data.url}</p>
          <CopyButton text={data.url} label={t('copy_link')} />
        </Note>
      )}
    </>
  );
}

function Row({ invitation }: { invitation: Invitation }) {
  const { profile } = useHost();
  const [remove] = useDeleteInvitationMutation();
  const { act, isActing, problem } = useAct();
  const { id, email, used_at: used, expires_at: expires } = invitation;
  const zone = profile.time_zone;
  return (
    <>
      <span>
        <b>{email ?? t('invitations.anyone')}</b>
        <br />
        <span className="s q">
          {used
            ? t('invitations.used', { when: momentText(used, zone) })
            : t('invitations.until', { when: momentText(expires, zone) })}
        </span>
        {problem && <Refused problem={problem} />}
      </span>
      {!used && (
        <button
          type="button"
          className="btn bare refuse"
          disabled={isActing}
          onClick={() => act(remove({ id }))}
        >
          {t('invitations.withdraw')}
        </button>
      )}
    </>
  );
}
