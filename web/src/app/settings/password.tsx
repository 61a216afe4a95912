import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import * as z from 'zod/mini';
import type { Problem } from '../../lib/http';
import { useChangePasswordMutation } from '../api';
import { newPassword, password } from '../auth/schema';
import { t } from '../text';
import { FormRefusal, placeProblem, TextInput } from '../ui/form';
import { Sheet } from './sheet';

const schema = z.object({ current_password: password, password: newPassword });
type Values = z.infer<typeof schema>;

export function PasswordForm() {
  const form = useForm<Values>({
    resolver: zodResolver(schema),
    defaultValues: { current_password: '', password: '' },
  });
  const [change, { isLoading, isSuccess }] = useChangePasswordMutation();
  const submit = form.handleSubmit(async (body) => {
    const { error } = await change({ body });
    if (error) placeProblem(form, error as Problem);
    else form.reset();
  });
  return (
    <Sheet title={t('password.title')} about={t('password.about')}>
      <form className="stack" noValidate onSubmit={submit}>
        <FormRefusal form={form} />
        <div className="pair">
          <TextInput
            form={form}
            name="current_password"
            type="password"
            autoComplete="current-password"
            label={t('password.current')}
          />
          <TextInput
            form={form}
            name="password"
            type="password"
            autoComplete="new-password"
            label={t('password.new')}
            hint={t('field.password_hint')}
          />
        </div>
        <div className="row wrap">
          <button type="submit" className="btn" disabled={isLoading}>
            {t('password.do')}
          </button>
          <span className="s qq" role="status">
            {isSuccess ? t('password.done') : ''}
          </span>
        </div>
      </form>
    </Sheet>
  );
}
