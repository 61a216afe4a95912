import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { Link, useLocation, useNavigate, useSearchParams } from 'react-router';
import * as z from 'zod/mini';
import type { Problem } from '../../lib/http';
import { api, useLogInMutation } from '../api';
import { tellTabs } from '../live/channel';
import { useAppDispatch } from '../store';
import { t } from '../text';
import { FormRefusal, placeProblem, TextInput } from '../ui/form';
import { AuthFrame } from './auth-frame';
import { email, emailIn, password } from './schema';

const schema = z.object({ email, password });
type Values = z.infer<typeof schema>;

export function LoginPage() {
  const typed = emailIn(useLocation().state);
  const form = useForm<Values>({
    resolver: zodResolver(schema),
    defaultValues: { email: typed, password: '' },
  });
  const [login, { isLoading }] = useLogInMutation();
  const dispatch = useAppDispatch();
  const navigate = useNavigate();
  const [params] = useSearchParams();

  const submit = form.handleSubmit(async (body) => {
    const { error } = await login({ body });
    if (error) return placeProblem(form, error as Problem);
    // Nothing of another account may be left over.
    dispatch(api.util.resetApiState());
    tellTabs({ kind: 'session', email: body.email });
    await navigate(safeNext(params.get('next')), { replace: true });
  });

  return (
    <AuthFrame
      title={t('login.title')}
      after={
        <>
          {t('login.new')} <Link to="/register">{t('login.register')}</Link>
        </>
      }
    >
      <form className="stack wide" noValidate onSubmit={submit}>
        <FormRefusal form={form} />
        <TextInput form={form} name="email" type="email" autoComplete="username" label={t('field.email')} />
        <TextInput
          form={form}
          name="password"
          type="password"
          autoComplete="current-password"
          label={t('field.password')}
        />
        <button type="submit" className="btn main big wide" disabled={isLoading}>
          {t('login.do')}
        </button>
        <Link className="s q" to="/forgot-password" state={{ email: form.watch('email') }}>
          {t('login.forgot')}
        </Link>
      </form>
    </AuthFrame>
  );
}

/** Only addresses of the dashboard are gone to, never another site. */
export function safeNext(next: string | null): string {
  return next && /^\/app(\/|$|\?)/.test(next) ? next : '/app';
}
