import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useMutation } from 'urql';
import { useSession } from '@/app/SessionProvider';
import { SignOutDocument } from '@/app/session.gql';
import { session } from '@/app/transport';
import { useServerErrors } from '@/app/useServerErrors';
import { Button, LinkButton } from '@/ui/Button';
import { ErrorSummary } from '@/ui/ErrorSummary';
import { Lead, Page, PageHead, Stack } from '@/ui/Page';
import { PageHeading } from '@/ui/PageHeading';
import { Skeleton } from '@/ui/Skeleton';

export function SignOutPage() {
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
          <PageHeading title={t`Đã đăng xuất`}>
            <Trans>Bạn đã đăng xuất</Trans>
          </PageHeading>
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
