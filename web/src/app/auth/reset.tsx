import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { Link, useParams } from 'react-router';
import * as z from 'zod/mini';
import type { Problem } from '../../lib/http';
import { Note } from '../../look/note';
import { useResetPasswordMutation } from '../api';
import { t } from '../text';
import { FormRefusal, placeProblem, TextInput } from '../ui/form';
import { AuthFrame } from './auth-frame';
import { newPassword } from './schema';

const schema = z.object({ password: newPassword });
type Values = z.infer<typeof schema>;

export function ResetPage() {
  const { token = '' } = useParams();
  const form = useForm<Values>({ resolver: zodResolver(schema), defaultValues: { password: '' } });
  const [reset, { isLoading, isSuccess }] = useResetPasswordMutation();
  const submit = form.handleSubmit(async ({ password }) => {
    const { error } = await reset({ body: { token, password } });
    if (error) placeProblem(form, error as Problem);
  });
  return (
    <AuthFrame title={t('reset.title')}>
      {isSuccess ? (
        <>
          <Note kind="open" icon="check">
            {t('reset.done')}
          </Note>
          <Link className="btn main big" to="/login">
            {t('login.do')}
          </Link>
        </>
      ) : (
        <form className="stack wide" noValidate onSubmit={submit}>
          <FormRefusal form={form} />
          <TextInput
            form={form}
            name="password"
            type="password"
            autoComplete="new-password"
            label={t('reset.password')}
            hint={t('field.password_hint')}
          />
          <p className="s q">{t('reset.effect')}</p>
          <button type="submit" className="btn main big wide" disabled={isLoading}>
            {t('reset.do')}
          </button>
        </form>
      )}
    </AuthFrame>
  );
}
