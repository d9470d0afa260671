import { Trans, useLingui } from '@lingui/react/macro';
import { useFragment } from '@/app/fragment';
import { useSession } from '@/app/SessionProvider';
import { LinkButton } from '@/ui/Button';
import { Lead, Page, PageHead } from '@/ui/Page';
import { PageHeading } from '@/ui/PageHeading';
import { RegisterForm } from './RegisterForm';
import type { RegisterStep } from './search';

export function RegisterPage({ step }: { step: RegisterStep | undefined }) {
  const { t } = useLingui();
  const { viewer } = useSession();
  const known = useFragment();
  if (!viewer) return <RegisterForm key={known} step={step} known={known} />;
  return (
    <Page narrow>
      <PageHead>
        <PageHeading title={t`Đăng ký`}>
          <Trans>Tham gia Liên minh</Trans>
        </PageHeading>
        <Lead>
          <Trans>Bạn đã đăng nhập bằng {viewer.email}.</Trans>
        </Lead>
      </PageHead>
      <LinkButton to="/ban-lam-viec" tone="primary">
        <Trans>Mở bàn làm việc</Trans>
      </LinkButton>
    </Page>
  );
}
