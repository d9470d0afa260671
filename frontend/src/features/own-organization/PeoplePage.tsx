import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { InvitationSection } from './InvitationSection';
import { MemberSection } from './MemberSection';
import { OwnOrganizationFrame } from './Frame';
import { OwnPeopleDocument } from './own-organization.gql';
import { RequestSection } from './RequestSection';
import { SecondFactorSwitch } from './SecondFactorSwitch';

export function OwnPeoplePage({ id }: { id: string }) {
  const { t } = useLingui();
  const [result, retry] = useQuery({ query: OwnPeopleDocument, variables: { id }, requestPolicy: 'cache-and-network' });
  return (
    <OwnOrganizationFrame
      id={id}
      title={t({ message: 'Thành viên', context: 'people' })}
      heading={<Trans context="people">Thành viên</Trans>}
      lead={<Trans>Ai làm việc thay tổ chức trên i-Forum, và mỗi người làm được gì.</Trans>}
      result={result}
      retry={retry}
    >
      {(organization, own, onLeaving) => {
        const manages = organization.viewerCan.includes('MANAGE_MEMBERS');
        return (
          <>
            {manages && <RequestSection people={organization} />}
            <MemberSection people={organization} own={own} manages={manages} onLeaving={onLeaving} />
            {manages && <InvitationSection people={organization} />}
            {manages && <SecondFactorSwitch people={organization} />}
          </>
        );
      }}
    </OwnOrganizationFrame>
  );
}
