import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { EmptyState } from '@/ui/EmptyState';
import { Page, PageHead } from '@/ui/Page';
import { PageHeading } from '@/ui/PageHeading';

interface Props {
  /** Nothing stood behind the `#`: the page was loaded anew, or opened by hand. */
  without: boolean;
  /** What has and has not happened. */
  what: ReactNode;
  /** Why, and what to do. */
  children?: ReactNode;
  /** The way to begin again. */
  action: ReactNode;
}

/** A letter's link that is used or old, or the page without its link. */
export function LinkOver({ without, what, children, action }: Props) {
  const { t } = useLingui();
  return (
    <Page narrow>
      <PageHead>
        <PageHeading key="over" title={without ? t`Mở từ thư` : t`Liên kết không còn hiệu lực`}>
          {without ? <Trans>Hãy mở trang này bằng liên kết trong thư</Trans> : <Trans>Liên kết không còn hiệu lực</Trans>}
        </PageHeading>
      </PageHead>
      <EmptyState title={what} action={action}>
        {children}
      </EmptyState>
    </Page>
  );
}
