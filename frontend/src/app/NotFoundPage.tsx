import { Trans, useLingui } from '@lingui/react/macro';
import { LinkButton } from '@/ui/Button';
import { Lead, Page, PageHead } from '@/ui/Page';
import { PageHeading } from '@/ui/PageHeading';

/** Also for things the reader may not see: the server does not tell the two apart. */
export function NotFoundPage() {
  const { t } = useLingui();
  return (
    <Page narrow>
      <PageHead>
        <PageHeading title={t`Không tìm thấy trang`}>
          <Trans>Không tìm thấy trang</Trans>
        </PageHeading>
        <Lead>
          <Trans>Địa chỉ có thể đã gõ sai, nội dung đã được rút, hoặc bạn cần đăng nhập để xem.</Trans>
        </Lead>
      </PageHead>
      <LinkButton to="/nhu-cau" tone="primary">
        <Trans>Xem danh sách nhu cầu</Trans>
      </LinkButton>
    </Page>
  );
}
