import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useMutation } from 'urql';
import { hasCode } from '@/app/errors';
import { useFragment } from '@/app/fragment';
import { session } from '@/app/transport';
import { useServerErrors } from '@/app/useServerErrors';
import { NewPasswordField } from '@/features/credentials';
import { Button, LinkButton } from '@/ui/Button';
import { ErrorSummary } from '@/ui/ErrorSummary';
import { Lead, Page, PageHead, Stack } from '@/ui/Page';
import { PageHeading, expectFocusOnHeading } from '@/ui/PageHeading';
import { LinkOver } from './LinkOver';
import { ResetPasswordDocument } from './recovery.gql';

export function ResetPasswordPage() {
  const token = useFragment();
  return <ResetPassword key={token} token={token} />;
}

type State = 'open' | 'over' | 'done';

function ResetPassword({ token }: { token: string }) {
  const { t } = useLingui();
  const [state, setState] = useState<State>(token === '' ? 'over' : 'open');
  const become = (next: State) => {
    expectFocusOnHeading();
    setState(next);
  };
  if (state === 'over') {
    return (
      <LinkOver
        without={token === ''}
        what={<Trans>Mật khẩu của bạn chưa thay đổi</Trans>}
        action={
          <LinkButton to="/quen-mat-khau" tone="primary">
            <Trans>Gửi liên kết mới</Trans>
          </LinkButton>
        }
      >
        <Trans>Liên kết đặt lại mật khẩu dùng được một lần, trong 30 phút; liên kết mới hơn thay thế liên kết cũ. Nếu vẫn còn hạn, hãy mở lại từ thư.</Trans>
      </LinkOver>
    );
  }
  if (state === 'done') {
    return (
      <Page narrow>
        <PageHead>
          <PageHeading key="done" title={t`Đã đặt mật khẩu mới`}>
            <Trans>Đã đặt mật khẩu mới</Trans>
          </PageHeading>
          <Lead>
            <Trans>Mọi phiên đăng nhập trước đây đã kết thúc. Bước xác thực thứ hai, nếu có, vẫn như cũ.</Trans>
          </Lead>
        </PageHead>
        <LinkButton to="/dang-nhap" tone="primary">
          <Trans>Đăng nhập</Trans>
        </LinkButton>
      </Page>
    );
  }
  return <Form token={token} become={become} />;
}

function Form({ token, become }: { token: string; become: (state: State) => void }) {
  const { t } = useLingui();
  const [attempt, setAttempt] = useState(0);
  const server = useServerErrors();
  const [{ fetching }, reset] = useMutation(ResetPasswordDocument);
  const { register, handleSubmit, control, formState } = useForm({ defaultValues: { password: '' }, shouldFocusError: false });
  const typed = useWatch({ control, name: 'password' });
  const own = formState.errors.password?.message;
  const raise = () => setAttempt((count) => count + 1);

  const submit = handleSubmit(async ({ password }) => {
    server.clear();
    const { data, error } = await reset({ input: { token, password } });
    if (data) {
      // The session of this browser is over too, unless it is somebody else's.
      if (session.state.viewer && !(await session.renew().catch(() => true))) session.forget();
      become('done');
    } else if (hasCode(error, 'LINK_INVALID', 'NOT_FOUND')) become('over');
    else if (error) {
      server.refuse(error);
      raise();
    }
  }, raise);

  return (
    <Page narrow>
      <PageHead>
        <PageHeading key="form" title={t`Đặt mật khẩu mới`}>
          <Trans>Đặt mật khẩu mới</Trans>
        </PageHeading>
        <Lead>
          <Trans>Khi bạn đặt mật khẩu mới, mọi thiết bị đang đăng nhập bằng tài khoản này sẽ phải đăng nhập lại.</Trans>
        </Lead>
      </PageHead>
      <form onSubmit={submit} noValidate>
        <Stack>
          <ErrorSummary items={own ? [{ field: 'password', message: own }] : server.items} attempt={attempt} />
          <NewPasswordField
            {...register('password', { required: t`Hãy nhập mật khẩu mới` })}
            id="password"
            label={<Trans>Mật khẩu mới</Trans>}
            hint={<Trans>Ít nhất 15 ký tự, hoặc 8 nếu tài khoản có bước xác thực thứ hai. Một câu dễ nhớ là tốt nhất; dấu cách và dấu tiếng Việt đều dùng được.</Trans>}
            typed={typed}
            error={own ?? server.messageOf('password')}
          />
          <div>
            <Button type="submit" tone="primary" busy={fetching}>
              {fetching ? <Trans>Đang lưu…</Trans> : <Trans>Đặt mật khẩu mới</Trans>}
            </Button>
          </div>
        </Stack>
      </form>
    </Page>
  );
}
