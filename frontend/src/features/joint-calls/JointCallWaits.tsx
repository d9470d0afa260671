import { Trans } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { localized } from '@/i18n/bilingual';
import { formatList } from '@/i18n/format';
import { LinkButton } from '@/ui/Button';
import { Stack } from '@/ui/Page';
import { Notice } from '@/ui/Panel';
import { JointCallsOfNeedDocument } from './joint-calls.gql';

/** Says nothing while nothing waits, and also when it cannot be fetched: the need's page stands without it. */
export function JointCallWaits({ needId }: { needId: string }) {
  const [{ data }] = useQuery({ query: JointCallsOfNeedDocument, variables: { needId }, requestPolicy: 'cache-and-network' });
  const waiting = (data?.jointCalls.nodes ?? []).filter(({ parts }) => parts.some(({ need, viewerCan }) => need.id === needId && viewerCan.includes('CONSENT')));
  return waiting.map(({ id, parts }) => {
    const others = new Map(parts.filter(({ need }) => need.id !== needId).map(({ organization }) => [organization.id, localized(organization.legalName).text]));
    return (
      <div key={id} className="no-print">
        <Notice tone="warning">
          <Stack>
            <p>
              <Trans>Nhu cầu này có thể được mời gọi chung với nhu cầu của {formatList([...others.values()])}. Lời mời chung chờ tổ chức của bạn trả lời.</Trans>
            </p>
            <div>
              <LinkButton to="/loi-moi-chung/$id" params={{ id }}>
                <Trans>Trả lời lời mời chung</Trans>
              </LinkButton>
            </div>
          </Stack>
        </Notice>
      </div>
    );
  });
}
