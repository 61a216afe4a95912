import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import * as z from 'zod/mini';
import type { Problem } from '../../lib/http';
import { momentText } from '../../lib/time';
import { Note } from '../../look/note';
import { useCreateApiKeyMutation, useDeleteApiKeyMutation, useListApiKeysQuery } from '../api';
import { password } from '../auth/schema';
import { useHost } from '../frame/host-context';
import { t } from '../text';
import { CopyButton } from '../ui/copy-button';
import { Answered, Refused } from '../ui/faces';
import { FormRefusal, placeProblem, TextInput } from '../ui/form';
import { useAct } from '../ui/use-act';
import { Sheet } from './sheet';

const schema = z.object({
  name: z.string().check(z.trim(), z.minLength(1, { error: () => t('field.missing') })),
  password,
});
type Values = z.infer<typeof schema>;

export function ApiKeys() {
  return (
    <Sheet title={t('keys.title')} about={t('keys.about')}>
      <List />
      <NewKey />
    </Sheet>
  );
}

function List() {
  const { profile } = useHost();
  const keys = useListApiKeysQuery();
  const [remove] = useDeleteApiKeyMutation();
  const { act, isActing, problem } = useAct();
  return (
    <Answered query={keys}>
      {({ items }) => (
        <>
          {problem && <Refused problem={problem} />}
          {items.length === 0 && <p className="q s">{t('keys.none')}</p>}
          <ul className="diff">
            {items.map((key) => (
              <li key={key.id}>
                <span>
                  <b>{key.name}</b> <code className="s q">{key.prefix}…</code>
                  <br />
                  <span className="s q">
                    {key.last_used_at
                      ? t('keys.used', { when: momentText(key.last_used_at, profile.time_zone) })
                      : t('keys.unused')}
                  </span>
                </span>
                <button
                  type="button"
                  className="btn bare refuse"
                  disabled={isActing}
                  onClick={() => act(remove({ id: key.id }))}
                >
                  {t('keys.delete')}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Answered>
  );
}

function NewKey() {
  const form = useForm<Values>({ resolver: zodResolver(schema), defaultValues: { name: '', password: '' } });
  const [create, { isLoading, data }] = useCreateApiKeyMutation();
  const submit = form.handleSubmit(async (body) => {
    const { error } = await create({ body });
    if (error) placeProblem(form, error as Problem);
    else form.reset();
  });
  return (
    <>
      {data && (
        <Note kind="open" icon="check">
          <p>{t('keys.once')}</p>
          <p className="row wrap">
            <code className="break-all">{data.token}</code>
            <CopyButton text={data.token} label={t('copy')} />
          </p>
        </Note>
      )}
      <form className="stack" noValidate onSubmit={submit}>
        <FormRefusal form={form} />
        <div className="pair">
          <TextInput form={form} name="name" label={t('keys.name')} hint={t('keys.name_hint')} />
          <TextInput
            form={form}
            name="password"
            type="password"
            autoComplete="current-password"
            label={t('field.password')}
          />
        </div>
        <button type="submit" className="btn justify-self-start" disabled={isLoading}>
          {t('keys.do')}
        </button>
      </form>
    </>
  );
}
