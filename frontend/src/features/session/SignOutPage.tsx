import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useMutation } from 'urql';
import { useSession } from '@/app/SessionProvider';
import { session } from '@/app/transport';
import { useServerErrors } from '@/app/useServerErrors';
import { Button, LinkButton } from '@/ui/Button';
import { ErrorSummary } from '@/ui/ErrorSummary';
import { Lead, Page, PageHead, Stack } from '@/ui/Page';
import { PageHeading } from '@/ui/PageHeading';
import { Skeleton } from '@/ui/Skeleton';
import { SignOutDocument } from './sign-in.gql';

/** Asks before it signs out; also where somebody arrives who closed the account. */
export function SignOutPage({ closed }: { closed: boolean }) {
  const { t } = useLingui();
  const { status, viewer } = useSession();
  const server = useServerErrors();
  const [attempt, setAttempt] = useState(0);
  const [{ fetching }, signOut] = useMutation(SignOutDocument);

  const leave = async () => {
    const { error } = await signOut({});
    if (!error) return session.forget();
    server.refuse(error);
    setAttempt((count) => count + 1);
  };

  if (status === 'restoring') {
    return (
      <Page narrow>
        <Skeleton />
      </Page>
    );
  }
  if (!viewer) {
    return (
      <Page narrow>
        <PageHead>
          <PageHeading title={closed ? t`Đã đóng tài khoản` : t`Đã đăng xuất`}>
            {closed ? <Trans>Tài khoản của bạn đã đóng</Trans> : <Trans>Bạn đã đăng xuất</Trans>}
          </PageHeading>
          {closed && (
            <Lead>
              <Trans>Dữ liệu cá nhân của bạn đã được xóa. Một thư cuối cùng xác nhận việc này đã gửi đến địa chỉ cũ của bạn.</Trans>
            </Lead>
          )}
        </PageHead>
        <LinkButton to="/">
          <Trans>Về trang chủ</Trans>
        </LinkButton>
      </Page>
    );
  }
  return (
    <Page narrow>
      <PageHead>
        <PageHeading title={t`Đăng xuất`}>
          <Trans>Đăng xuất?</Trans>
        </PageHeading>
        <Lead>
          <Trans>Bạn đang đăng nhập bằng {viewer.email}.</Trans>
        </Lead>
      </PageHead>
      <Stack>
        <ErrorSummary items={server.items} attempt={attempt} />
        <div>
          <Button tone="primary" busy={fetching} onClick={leave}>
            <Trans>Đăng xuất</Trans>
          </Button>
        </div>
      </Stack>
    </Page>
  );
}
