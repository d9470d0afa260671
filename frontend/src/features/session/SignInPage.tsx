import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useRouter } from '@tanstack/react-router';
import { locale, sameAddressIn } from '@/i18n/locale';
import { Lead, Page, PageHead, Stack } from '@/ui/Page';
import { PageHeading } from '@/ui/PageHeading';
import { SignInForm } from './SignInForm';

/** Only addresses within the app: a link from outside must not lead a signed-in reader elsewhere. */
function isOurs(address: string): boolean {
  return /^\/(?![/\\])/.test(address);
}

export function SignInPage({ next }: { next: string | undefined }) {
  const { t } = useLingui();
  const router = useRouter();
  const go = () => router.history.push(sameAddressIn(locale, next && isOurs(next) ? next : '/ban-lam-viec'));
  return (
    <Page narrow>
      <PageHead>
        <PageHeading title={t`Đăng nhập`}>
          <Trans>Đăng nhập</Trans>
        </PageHeading>
        <Lead>
          {next ? (
            <Trans>Trang bạn muốn mở dành cho người đã đăng nhập.</Trans>
          ) : (
            <Trans>Dành cho cán bộ địa phương, doanh nghiệp, nhà khoa học và người của Liên minh.</Trans>
          )}
        </Lead>
      </PageHead>
      <Stack>
        <SignInForm onDone={go} />
        <p>
          <Trans>
            Chưa có tài khoản? <Link to="/dang-ky">Đăng ký</Link>
          </Trans>
        </p>
      </Stack>
    </Page>
  );
}
