import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useViewer } from '@/app/SessionProvider';
import { Forbidden } from '@/ui/Forbidden';
import { Lead, Page, PageHead, Stack } from '@/ui/Page';
import { PageHeading } from '@/ui/PageHeading';
import { Soft } from '@/ui/Panel';
import { SecondFactorNotice } from './SecondFactorNotice';

/** A page of the alliance's staff, to somebody who may not open it; it may be only the second factor that is missing. */
export function StaffForbidden({ children }: { children: ReactNode }) {
  const { t } = useLingui();
  const { secondFactorMissing } = useViewer();
  if (!secondFactorMissing) return <Forbidden>{children}</Forbidden>;
  return (
    <Page narrow>
      <PageHead>
        <PageHeading title={t`Chưa có quyền`}>
          <Trans>Bạn chưa có quyền mở trang này</Trans>
        </PageHeading>
        <Lead>
          <Trans>Nếu bạn là người của Liên minh, quyền của bạn đang chờ bước xác thực thứ hai.</Trans>
        </Lead>
      </PageHead>
      <Stack>
        <SecondFactorNotice />
        <Soft>{children}</Soft>
      </Stack>
    </Page>
  );
}
