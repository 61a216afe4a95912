import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { Link, useNavigate, useSearchParams } from 'react-router';
import * as z from 'zod/mini';
import type { Problem } from '../../lib/http';
import { cityOf, deviceZone } from '../../lib/time';
import { Note } from '../../look/note';
import { ZonePicker } from '../../look/zone-picker';
import { api, type RegistrationAnswer, useGetRegistrationQuery, useRegisterMutation } from '../api';
import { useAppDispatch } from '../store';
import { t } from '../text';
import { Answered } from '../ui/faces';
import { FormRefusal, placeProblem, TextInput } from '../ui/form';
import { useNow } from '../ui/use-now';
import { zoneTexts } from '../ui/zone-texts';
import { AuthFrame } from './auth-frame';
import { email, name, newPassword } from './schema';

const schema = z.object({ name, email, password: newPassword, time_zone: z.string() });
type Values = z.infer<typeof schema>;

export function RegisterPage() {
  const registration = useGetRegistrationQuery();
  return (
    <AuthFrame
      title={t('register.title')}
      after={
        <>
          {t('register.known')} <Link to="/login">{t('login.do')}</Link>
        </>
      }
    >
      <Answered query={registration}>{(data) => <Door registration={data} />}</Answered>
    </AuthFrame>
  );
}

/** The form, or why there is none. */
function Door({ registration }: { registration: RegistrationAnswer }) {
  const [params] = useSearchParams();
  const invitation = params.get('invitation') ?? undefined;
  const operatorToken = params.get('operator') ?? undefined;
  if (registration.operator_needed && !operatorToken && registration.mode !== 'open')
    return <Note>{t('register.operator_first')}</Note>;
  if (registration.mode === 'closed' && !operatorToken) return <Note>{t('register.closed')}</Note>;
  if (registration.mode === 'invitation' && !invitation && !operatorToken)
    return <Note>{t('register.invitation')}</Note>;
  return <RegisterForm tokens={{ invitation, operator_token: operatorToken }} />;
}

function RegisterForm({ tokens }: { tokens: { invitation?: string; operator_token?: string } }) {
  const form = useForm<Values>({
    resolver: zodResolver(schema),
    defaultValues: { name: '', email: '', password: '', time_zone: deviceZone() },
  });
  const [register, { isLoading }] = useRegisterMutation();
  const dispatch = useAppDispatch();
  const navigate = useNavigate();
  const now = useNow();
  const zone = form.watch('time_zone');

  const submit = form.handleSubmit(async (values) => {
    const { error } = await register({ body: { ...values, ...tokens } });
    if (error) return placeProblem(form, error as Problem);
    dispatch(api.util.resetApiState());
    await navigate('/app', { replace: true });
  });

  return (
    <form className="stack wide" noValidate onSubmit={submit}>
      <FormRefusal form={form} />
      <TextInput
        form={form}
        name="name"
        autoComplete="name"
        label={t('field.name')}
        hint={t('register.name_hint')}
      />
      <TextInput form={form} name="email" type="email" autoComplete="username" label={t('field.email')} />
      <TextInput
        form={form}
        name="password"
        type="password"
        autoComplete="new-password"
        label={t('field.password')}
        hint={t('field.password_hint')}
      />
      <div className="field">
        <span className="label">{t('field.zone')}</span>
        <ZonePicker
          zone={zone}
          now={now}
          texts={zoneTexts}
          onZone={(chosen) => form.setValue('time_zone', chosen)}
        />
        <span className="s qq">{t('register.zone_hint', { city: cityOf(zone) })}</span>
      </div>
      <button type="submit" className="btn main big wide" disabled={isLoading}>
        {t('register.do')}
      </button>
    </form>
  );
}
