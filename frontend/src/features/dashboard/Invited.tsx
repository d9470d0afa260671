import { Trans } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { localized } from '@/i18n/bilingual';
import { formatDate } from '@/i18n/format';
import { LinkButton } from '@/ui/Button';
import { Notice, Row } from '@/ui/Panel';
import { InvitationsToMeDocument } from './dashboard.gql';

/** Organisations that wait for the reader's answer. */
export function Invited() {
  const [{ data }] = useQuery({ query: InvitationsToMeDocument, requestPolicy: 'cache-and-network' });
  return (data?.viewer?.invitations ?? []).map(({ id, expiresAt, organization }) => (
    <Notice key={id}>
      <p>
        <Trans>
          <strong>{localized(organization.legalName).text}</strong> mời bạn tham gia. Hãy trả lời trước {formatDate(expiresAt)}.
        </Trans>
      </p>
      <Row>
        <LinkButton to="/loi-moi/$id" params={{ id }} tone="primary">
          <Trans>Xem lời mời</Trans>
        </LinkButton>
      </Row>
    </Notice>
  ));
}
