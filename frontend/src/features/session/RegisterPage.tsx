import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate } from '@tanstack/react-router';
import { useSession } from '@/app/SessionProvider';
import { LinkButton } from '@/ui/Button';
import { Lead, Page, PageHead, Stack } from '@/ui/Page';
import { PageHeading } from '@/ui/PageHeading';
import { RegisterForm } from './RegisterForm';

export function RegisterPage() {
  const { t } = useLingui();
  const { viewer } = useSession();
  const navigate = useNavigate();
  return (
    <Page narrow>
      <PageHead>
        <PageHeading title={t`Đăng ký`}>
          <Trans>Tham gia Liên minh</Trans>
        </PageHeading>
        <Lead>
          <Trans>Khoảng ba phút. Bạn cần mã số thuế nếu tổ chức của bạn chưa có ở đây.</Trans>
        </Lead>
      </PageHead>
      {viewer ? (
        <Stack>
          <p>
            <Trans>Bạn đã đăng nhập bằng {viewer.email}.</Trans>
          </p>
          <div>
            <LinkButton to="/ban-lam-viec" tone="primary">
              <Trans>Mở bàn làm việc</Trans>
            </LinkButton>
          </div>
        </Stack>
      ) : (
        <Stack>
          <RegisterForm onDone={() => void navigate({ to: '/ban-lam-viec' })} />
          <p>
            <Trans>
              Đã có tài khoản? <Link to="/dang-nhap">Đăng nhập</Link>
            </Trans>
          </p>
        </Stack>
      )}
    </Page>
  );
}
