import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useMutation } from 'urql';
import { SignInDocument } from '@/app/session.gql';
import { session } from '@/app/transport';
import { useServerErrors } from '@/app/useServerErrors';
import { Button } from '@/ui/Button';
import { ErrorSummary } from '@/ui/ErrorSummary';
import { TextField } from '@/ui/Field';
import styles from './form.module.css';

interface Values {
  email: string;
  password: string;
}

export function SignInForm({ email = '', onDone }: { email?: string; onDone: () => void }) {
  const { t } = useLingui();
  const [attempt, setAttempt] = useState(0);
  const server = useServerErrors();
  const [{ fetching }, signIn] = useMutation(SignInDocument);
  const { register, handleSubmit, formState } = useForm<Values>({ defaultValues: { email, password: '' }, shouldFocusError: false });

  const submit = handleSubmit(
    async (values) => {
      server.clear();
      const { data, error } = await signIn({ input: { email: values.email.trim(), password: values.password } });
      if (error) {
        server.refuse(error);
        setAttempt((count) => count + 1);
      } else if (data) {
        session.accept(data.signIn);
        onDone();
      }
    },
    () => setAttempt((count) => count + 1),
  );

  const own = (['email', 'password'] as const).flatMap((field) => {
    const message = formState.errors[field]?.message;
    return message ? [{ field, message }] : [];
  });

  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <ErrorSummary items={own.length > 0 ? own : server.items} attempt={attempt} />
      <TextField
        id="email"
        type="email"
        label={<Trans>Thư điện tử</Trans>}
        autoComplete="username"
        spellCheck={false}
        error={formState.errors.email?.message ?? server.messageOf('email')}
        {...register('email', { required: t`Hãy nhập thư điện tử` })}
      />
      <TextField
        id="password"
        type="password"
        label={<Trans>Mật khẩu</Trans>}
        autoComplete="current-password"
        error={formState.errors.password?.message ?? server.messageOf('password')}
        {...register('password', { required: t`Hãy nhập mật khẩu` })}
      />
      <div className={styles['actions']}>
        <Button type="submit" tone="primary" busy={fetching}>
          {fetching ? <Trans>Đang đăng nhập…</Trans> : <Trans>Đăng nhập</Trans>}
        </Button>
      </div>
    </form>
  );
}
