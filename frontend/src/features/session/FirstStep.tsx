import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { useMutation, useQuery } from 'urql';
import type { Grant } from '@/app/session';
import { useServerErrors } from '@/app/useServerErrors';
import { PasswordField, passkeysSupported, type AskedChallengeFragment } from '@/features/credentials';
import { locale } from '@/i18n/locale';
import { Anchor, Button } from '@/ui/Button';
import { ErrorSummary } from '@/ui/ErrorSummary';
import { TextField } from '@/ui/Field';
import { Icon } from '@/ui/Icon';
import styles from './form.module.css';
import { SignInDocument, SignInWaysDocument } from './sign-in.gql';
import { usePasskeySignIn } from './usePasskeySignIn';

interface Values {
  email: string;
  password: string;
}

interface Props {
  email: string;
  /** On a page of its own, not on top of another one: other providers and passkeys in the field as well. */
  ownPage: boolean;
  onGrant: (grant: Grant) => void;
  onChallenge: (asked: AskedChallengeFragment, email: string) => void;
  /** Before the reader goes to another provider. */
  onLeave?: (() => void) | undefined;
  /** Below the password. */
  children?: ReactNode;
}

const idOf = (field: keyof Values) => `signIn.${field}`;

/** Address and password, or a passkey, or another provider. */
export function FirstStep({ email, ownPage, onGrant, onChallenge, onLeave, children }: Props) {
  const { t } = useLingui();
  const [attempt, setAttempt] = useState(0);
  const [declined, setDeclined] = useState(false);
  const server = useServerErrors();
  const [{ data: ways }] = useQuery({ query: SignInWaysDocument });
  const [{ fetching }, signIn] = useMutation(SignInDocument);
  const { register, handleSubmit, formState } = useForm<Values>({ defaultValues: { email, password: '' }, shouldFocusError: false });
  const raise = () => setAttempt((count) => count + 1);
  const available = ways?.passkeysAvailable === true && passkeysSupported();
  const passkey = usePasskeySignIn({
    available,
    autofill: ownPage,
    onOutcome: (outcome) => {
      server.clear();
      setDeclined(outcome.kind === 'declined');
      if (outcome.kind === 'done') return onGrant(outcome.grant);
      if (outcome.kind === 'refused') server.refuse(outcome.error);
      raise();
    },
  });

  const submit = handleSubmit(async (values) => {
    server.clear();
    setDeclined(false);
    const { data, error } = await signIn({ input: { email: values.email.trim(), password: values.password } });
    if (error) {
      server.refuse(error);
      raise();
    } else if (data?.signIn.session) onGrant(data.signIn.session);
    else if (data?.signIn.challenge) onChallenge(data.signIn.challenge, values.email);
  }, raise);

  const own = (['email', 'password'] as const).flatMap((field) => {
    const message = formState.errors[field]?.message;
    return message ? [{ field: idOf(field), message }] : [];
  });
  const notice = declined ? [{ field: null, message: t`Chưa dùng được khóa truy cập: thiết bị không trả lời, chưa có khóa cho i-Forum, hoặc bạn đã hủy.` }] : server.items;

  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <ErrorSummary items={own.length > 0 ? own : notice} attempt={attempt} />
      <TextField
        {...register('email', { required: t`Hãy nhập thư điện tử` })}
        id={idOf('email')}
        type="email"
        label={<Trans>Thư điện tử</Trans>}
        autoComplete={ownPage ? 'username webauthn' : 'username'}
        spellCheck={false}
        error={formState.errors.email?.message}
      />
      <PasswordField
        {...register('password', { required: t`Hãy nhập mật khẩu` })}
        id={idOf('password')}
        label={<Trans>Mật khẩu</Trans>}
        autoComplete="current-password"
        error={formState.errors.password?.message}
      />
      {children}
      <div className={styles['actions']}>
        <Button type="submit" tone="primary" busy={fetching}>
          {fetching ? <Trans>Đang đăng nhập…</Trans> : <Trans>Đăng nhập</Trans>}
        </Button>
      </div>
      {(available || (ownPage && ways?.signInProvider)) && (
        <div className={styles['others']}>
          <p>
            <Trans>Hoặc</Trans>
          </p>
          {available && (
            <Button busy={passkey.asking} onClick={() => void passkey.sign()}>
              <Icon name="key" />
              {passkey.asking ? <Trans>Đang chờ thiết bị…</Trans> : <Trans>Đăng nhập bằng khóa truy cập</Trans>}
            </Button>
          )}
          {ownPage && ways?.signInProvider && (
            <Anchor href={`/oidc/start?lang=${locale}`} onClick={onLeave}>
              <Trans>Đăng nhập bằng {ways.signInProvider}</Trans>
            </Anchor>
          )}
        </div>
      )}
    </form>
  );
}
