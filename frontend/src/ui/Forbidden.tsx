import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { LinkButton } from './Button';
import { EmptyState } from './EmptyState';
import { Page, PageHead } from './Page';
import { PageHeading } from './PageHeading';

/** The page exists but is not for this reader: says for whom, and who can change that. */
export function Forbidden({ children }: { children: ReactNode }) {
  const { t } = useLingui();
  return (
    <Page narrow>
      <PageHead>
        <PageHeading title={t`Chưa có quyền`}>
          <Trans>Bạn chưa có quyền mở trang này</Trans>
        </PageHeading>
      </PageHead>
      <EmptyState
        title={<Trans>Ai cấp được quyền?</Trans>}
        action={
          <LinkButton to="/ban-lam-viec">
            <Trans>Về bàn làm việc</Trans>
          </LinkButton>
        }
      >
        {children}
      </EmptyState>
    </Page>
  );
}
