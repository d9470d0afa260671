import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { Answer } from '@/app/Answer';
import { isAbsent } from '@/app/errors';
import { useSession } from '@/app/SessionProvider';
import { ConfirmIdentity } from '@/features/credentials';
import { LinkButton } from '@/ui/Button';
import { Lead, Page, PageHead } from '@/ui/Page';
import { PageHeading } from '@/ui/PageHeading';
import { Row } from '@/ui/Panel';
import { Arrival } from './Arrival';
import { InvitationAnswer } from './InvitationAnswer';
import { InvitationToMeDocument } from './invitations.gql';

/** Where an invitation's letter leads. Only the invited address learns whose invitation it is. */
export function InvitationPage({ id }: { id: string }) {
  const { viewer } = useSession();
  return viewer ? <SignedIn key={viewer.id} id={id} email={viewer.email} /> : <Arrival id={id} />;
}

function SignedIn({ id, email }: { id: string; email: string }) {
  const { t } = useLingui();
  const [result, retry] = useQuery({ query: InvitationToMeDocument, variables: { id }, requestPolicy: 'cache-and-network' });
  if (isAbsent(result) || result.data?.invitation === null) {
    return (
      <Page narrow>
        <PageHead>
          <PageHeading key="absent" title={t`Lời mời`}>
            <Trans>Không có lời mời này cho bạn</Trans>
          </PageHeading>
          <Lead>
            <Trans>
              Bạn đang đăng nhập bằng <strong>{email}</strong>. Lời mời chỉ mở được bằng đúng địa chỉ đã nhận thư; cũng có thể lời mời đã bị xóa.
            </Trans>
          </Lead>
        </PageHead>
        <Row>
          <LinkButton to="/dang-xuat" search={{}} tone="primary">
            <Trans>Đăng xuất để dùng địa chỉ khác</Trans>
          </LinkButton>
          <LinkButton to="/to-chuc-cua-toi">
            <Trans>Xem các lời mời của bạn</Trans>
          </LinkButton>
        </Row>
      </Page>
    );
  }
  return (
    <Page narrow>
      <Answer result={result} retry={retry}>
        {({ invitation }) => invitation && <InvitationAnswer invitation={invitation} email={email} />}
      </Answer>
      <ConfirmIdentity />
    </Page>
  );
}
