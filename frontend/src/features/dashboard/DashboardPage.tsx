import { Trans, useLingui } from '@lingui/react/macro';
import { useViewer } from '@/app/SessionProvider';
import { Lead, Page, PageHead } from '@/ui/Page';
import { PageHeading } from '@/ui/PageHeading';

export function DashboardPage() {
  const { t } = useLingui();
  const viewer = useViewer();
  return (
    <Page>
      <PageHead>
        <PageHeading title={t`Bàn làm việc`}>
          <Trans>Bàn làm việc</Trans>
        </PageHeading>
        <Lead>{viewer.name}</Lead>
      </PageHead>
    </Page>
  );
}
