import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { AllianceSection } from './AllianceSection';
import { OwnOrganizationFrame } from './Frame';
import { OwnVerificationDocument } from './own-organization.gql';
import { VerificationSection } from './VerificationSection';

export function OwnVerificationPage({ id }: { id: string }) {
  const { t } = useLingui();
  const [result, retry] = useQuery({ query: OwnVerificationDocument, variables: { id }, requestPolicy: 'cache-and-network' });
  return (
    <OwnOrganizationFrame
      id={id}
      title={t`Xác thực, Liên minh`}
      heading={<Trans>Xác thực và tư cách thành viên Liên minh</Trans>}
      lead={<Trans>Dấu “Đã xác thực” nói với mọi người rằng Liên minh đã kiểm tra tổ chức là ai. Thành viên Liên minh do Ban Điều hành kết nạp.</Trans>}
      result={result}
      retry={retry}
    >
      {(organization) => (
        <>
          <VerificationSection organization={organization} />
          <AllianceSection organization={organization} />
        </>
      )}
    </OwnOrganizationFrame>
  );
}
