import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useMutation } from 'urql';
import { useServerErrors } from '@/app/useServerErrors';
import { Button } from '@/ui/Button';
import { ErrorSummary } from '@/ui/ErrorSummary';
import { TextField } from '@/ui/Field';
import { Lead, Page, PageHead, Stack } from '@/ui/Page';
import { PageHeading, expectFocusOnHeading } from '@/ui/PageHeading';
import { NoLetter } from './NoLetter';
import { RequestPasswordResetDocument } from './recovery.gql';

export function ForgotPasswordPage() {
  const { t } = useLingui();
  const [attempt, setAttempt] = useState(0);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const server = useServerErrors();
  const [{ fetching }, ask] = useMutation(RequestPasswordResetDocument);
  const { register, handleSubmit, formState } = useForm({ defaultValues: { email: '' }, shouldFocusError: false });
  const own = formState.errors.email?.message;
  const raise = () => setAttempt((count) => count + 1);

  const submit = handleSubmit(async ({ email }) => {
    server.clear();
    const { data, error } = await ask({ input: { email: email.trim() } });
    if (data) {
      expectFocusOnHeading();
      setSentTo(data.requestPasswordReset.email);
    } else if (error) {
      server.refuse(error);
      raise();
    }
  }, raise);

  if (sentTo !== null) {
    return (
      <Page narrow>
        <PageHead>
          <PageHeading key="sent" title={t`Kiểm tra hộp thư`}>
            <Trans>Kiểm tra hộp thư</Trans>
          </PageHeading>
          <Lead>
            <Trans>
              Nếu <strong>{sentTo}</strong> có tài khoản i-Forum, một thư đang đến đó. Hãy mở liên kết trong thư để chọn mật khẩu mới: liên kết dùng được một lần, trong 30 phút.
            </Trans>
          </Lead>
        </PageHead>
        <NoLetter
          onAgain={async () => (await ask({ input: { email: sentTo } })).error ?? null}
          onOtherAddress={() => {
            expectFocusOnHeading();
            setSentTo(null);
          }}
        >
          <li>
            <Trans>Có thể bạn đã đăng ký bằng địa chỉ khác: chúng tôi không viết cho địa chỉ chưa có tài khoản.</Trans>
          </li>
        </NoLetter>
      </Page>
    );
  }
  return (
    <Page narrow>
      <PageHead>
        <PageHeading key="form" title={t`Quên mật khẩu`}>
          <Trans>Quên mật khẩu</Trans>
        </PageHeading>
        <Lead>
          <Trans>Nhập địa chỉ bạn dùng để đăng nhập. Chúng tôi gửi đến đó một liên kết để chọn mật khẩu mới.</Trans>
        </Lead>
      </PageHead>
      <Stack>
        <form onSubmit={submit} noValidate>
          <Stack>
            <ErrorSummary items={own ? [{ field: 'email', message: own }] : server.items} attempt={attempt} />
            <TextField
              {...register('email', { required: t`Hãy nhập thư điện tử` })}
              id="email"
              type="email"
              label={<Trans>Thư điện tử</Trans>}
              autoComplete="username"
              spellCheck={false}
              error={own ?? server.messageOf('email')}
            />
            <div>
              <Button type="submit" tone="primary" busy={fetching}>
                {fetching ? <Trans>Đang gửi…</Trans> : <Trans>Gửi liên kết</Trans>}
              </Button>
            </div>
          </Stack>
        </form>
        <p>
          <Trans>
            Nhớ ra rồi? <Link to="/dang-nhap">Đăng nhập</Link>
          </Trans>
        </p>
      </Stack>
    </Page>
  );
}
