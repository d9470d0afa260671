import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { Answer } from '@/app/Answer';
import { EditingChoicesDocument } from '@/features/editing';
import { LinkButton } from '@/ui/Button';
import { Notice } from '@/ui/Panel';
import { OwnOrganizationFrame } from './Frame';
import { OwnProfileDocument } from './own-organization.gql';
import { ProfileEditor } from './ProfileEditor';

export function OwnProfilePage({ id }: { id: string }) {
  const { t } = useLingui();
  const [result, retry] = useQuery({ query: OwnProfileDocument, variables: { id } });
  const [choices, again] = useQuery({ query: EditingChoicesDocument });
  return (
    <OwnOrganizationFrame
      id={id}
      title={t`Hồ sơ tổ chức`}
      heading={<Trans>Hồ sơ tổ chức</Trans>}
      lead={<Trans>Điều mọi người đọc thấy về tổ chức, và điều hệ thống dùng để tìm bên phù hợp.</Trans>}
      result={result}
      retry={retry}
    >
      {(organization) =>
        organization.viewerCan.includes('EDIT') ? (
          <Answer result={choices} retry={again}>
            {(catalogue) => <ProfileEditor key={organization.id} profile={organization} choices={catalogue} />}
          </Answer>
        ) : (
          <Notice>
            <p>
              <Trans>Vai trò của bạn ở tổ chức chỉ đọc. Chủ quản và người biên tập sửa hồ sơ.</Trans>
            </p>
            <div>
              <LinkButton to="/to-chuc/$id" params={{ id }}>
                <Trans>Xem trang công khai</Trans>
              </LinkButton>
            </div>
          </Notice>
        )
      }
    </OwnOrganizationFrame>
  );
}
