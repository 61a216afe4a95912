import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import * as z from 'zod/mini';
import type { Problem } from '../../lib/http';
import { Note } from '../../look/note';
import { useChangeEmailMutation } from '../api';
import { email, password } from '../auth/schema';
import { useHost } from '../frame/host-context';
import { t } from '../text';
import { FormRefusal, placeProblem, TextInput } from '../ui/form';
import { Sheet } from './sheet';

const schema = z.object({ email, password });
type Values = z.infer<typeof schema>;

export function EmailForm() {
  const { user } = useHost();
  const form = useForm<Values>({ resolver: zodResolver(schema), defaultValues: { email: '', password: '' } });
  const [change, { isLoading }] = useChangeEmailMutation();
  const submit = form.handleSubmit(async (body) => {
    const { error } = await change({ body });
    if (error) placeProblem(form, error as Problem);
    else form.reset();
  });
  return (
    <Sheet title={t('email.title')} about={t('email.now', { email: user.email })}>
      {user.pending_email && (
        <Note kind="now" icon="mail">
          {t('email.pending', { email: user.pending_email })}
        </Note>
      )}
      <form className="stack" noValidate onSubmit={submit}>
        <FormRefusal form={form} />
        <div className="pair">
          <TextInput form={form} name="email" type="email" autoComplete="email" label={t('email.new')} />
          <TextInput
            form={form}
            name="password"
            type="password"
            autoComplete="current-password"
            label={t('field.password')}
          />
        </div>
        <button type="submit" className="btn justify-self-start" disabled={isLoading}>
          {t('email.do')}
        </button>
      </form>
    </Sheet>
  );
}
