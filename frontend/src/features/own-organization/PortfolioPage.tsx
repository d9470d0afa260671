import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { CertificateSection } from './CertificateSection';
import { OwnOrganizationFrame } from './Frame';
import { OwnPortfolioDocument } from './own-organization.gql';
import { ReferenceSection } from './ReferenceSection';

export function OwnPortfolioPage({ id }: { id: string }) {
  const { t } = useLingui();
  const [result, retry] = useQuery({ query: OwnPortfolioDocument, variables: { id }, requestPolicy: 'cache-and-network' });
  return (
    <OwnOrganizationFrame
      id={id}
      title={t`Chứng chỉ, việc đã làm`}
      heading={<Trans>Chứng chỉ, việc đã làm</Trans>}
      lead={<Trans>Hiện ở trang công khai của tổ chức. Tệp minh chứng thì chỉ thành viên và người xác thực của Liên minh mở được.</Trans>}
      result={result}
      retry={retry}
    >
      {(organization) => {
        const edits = organization.viewerCan.includes('EDIT');
        return (
          <>
            <CertificateSection organizationId={organization.id} certificates={organization.certificates} edits={edits} />
            <ReferenceSection organizationId={organization.id} references={organization.references} edits={edits} />
          </>
        );
      }}
    </OwnOrganizationFrame>
  );
}
