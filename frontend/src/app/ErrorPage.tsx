import { Trans, useLingui } from '@lingui/react/macro';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { ErrorState } from '@/ui/ErrorState';
import { Page, PageHead } from '@/ui/Page';
import { PageHeading } from '@/ui/PageHeading';

/** A page that broke while being drawn, or whose code could not be fetched. */
export function ErrorPage({ reset }: ErrorComponentProps) {
  const { t } = useLingui();
  return (
    <Page narrow>
      <PageHead>
        <PageHeading title={t`Trang gặp lỗi`}>
          <Trans>Trang gặp lỗi</Trans>
        </PageHeading>
      </PageHead>
      <ErrorState message={<Trans>Không hiển thị được trang này. Hãy thử lại; nếu vẫn lỗi, hãy tải lại trình duyệt.</Trans>} retry={reset} />
    </Page>
  );
}
