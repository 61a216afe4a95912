import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { Link, useLocation } from 'react-router';
import * as z from 'zod/mini';
import type { Problem } from '../../lib/http';
import { Note } from '../../look/note';
import { useForgotPasswordMutation } from '../api';
import { t } from '../text';
import { FormRefusal, placeProblem, TextInput } from '../ui/form';
import { MailboxLink } from '../ui/mailbox-link';
import { AuthFrame } from './auth-frame';
import { email, emailIn } from './schema';

const schema = z.object({ email });
type Values = z.infer<typeof schema>;

export function ForgotPage() {
  const typed = emailIn(useLocation().state);
  const form = useForm<Values>({ resolver: zodResolver(schema), defaultValues: { email: typed } });
  const [ask, { isLoading, isSuccess }] = useForgotPasswordMutation();
  const submit = form.handleSubmit(async (body) => {
    const { error } = await ask({ body });
    if (error) placeProblem(form, error as Problem);
  });
  return (
    <AuthFrame
      title={t('forgot.title')}
      after={
        <Link to="/login" state={{ email: form.watch('email') }}>
          {t('forgot.back')}
        </Link>
      }
    >
      {isSuccess ? (
        <Note kind="open" icon="mail">
          <p>{t('forgot.sent', { email: form.getValues('email') })}</p>
          <MailboxLink />
        </Note>
      ) : (
        <form className="stack wide" noValidate onSubmit={submit}>
          <FormRefusal form={form} />
          <TextInput form={form} name="email" type="email" autoComplete="username" label={t('field.email')} />
          <button type="submit" className="btn main big wide" disabled={isLoading}>
            {t('forgot.do')}
          </button>
        </form>
      )}
    </AuthFrame>
  );
}
