import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { Answer } from '@/app/Answer';
import { useViewer } from '@/app/SessionProvider';
import type { JointCallStatus } from '@/graphql-types';
import { localized, nameOf } from '@/i18n/bilingual';
import { formatRelative } from '@/i18n/format';
import { valuesOf } from '@/i18n/labels';
import { jointCallKindLabels, jointCallStatusLabels } from '@/i18n/workLabels';
import { BilingualText } from '@/ui/BilingualText';
import { LinkButton } from '@/ui/Button';
import { EmptyState } from '@/ui/EmptyState';
import { SelectField } from '@/ui/Field';
import { LoadMore } from '@/ui/LoadMore';
import { Lead, Page, PageHead, Stack } from '@/ui/Page';
import { PageHeading } from '@/ui/PageHeading';
import { Panel, Row, Soft } from '@/ui/Panel';
import { Tag } from '@/ui/Tag';
import { JointCallStatusTag } from '@/ui/WorkStatusTag';
import { stays, waitsForViewer } from './circle';
import { JointCallsDocument, type JointCallCardFragment } from './joint-calls.gql';

/** The joint calls of the reader's organisations; the alliance's staff see all. */
export function JointCallsPage({ status }: { status: JointCallStatus | undefined }) {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const { staffRole } = useViewer();
  const [after, setAfter] = useState<string | null>(null);
  const [result, retry] = useQuery({
    query: JointCallsDocument,
    variables: { mine: staffRole === null, statuses: status ? [status] : null, after },
    requestPolicy: 'cache-and-network',
  });
  return (
    <Page>
      <PageHead>
        <PageHeading title={t({ message: 'Lời mời chung', context: 'list' })}>
          <Trans context="list">Lời mời chung</Trans>
        </PageHeading>
        <Lead>
          <Trans>Nhu cầu giống nhau hoặc bổ sung cho nhau của nhiều tổ chức trong một vùng có thể được mời gọi chung. Mỗi bên tự quyết định; chỉ khi tất cả đồng ý thì lời mời chung mới được công bố.</Trans>
        </Lead>
      </PageHead>
      <Stack>
        <Row>
          <SelectField
            label={<Trans>Trạng thái</Trans>}
            value={status ?? ''}
            onChange={(event) => {
              setAfter(null);
              void navigate({ to: '/loi-moi-chung', search: { 'trang-thai': (event.target.value || undefined) as JointCallStatus | undefined }, replace: true });
            }}
          >
            <option value="">{t`Tất cả`}</option>
            {valuesOf(jointCallStatusLabels).map((value) => (
              <option key={value} value={value}>
                {i18n._(jointCallStatusLabels[value])}
              </option>
            ))}
          </SelectField>
        </Row>
        <Answer result={result} retry={retry}>
          {({ jointCalls }) =>
            jointCalls.nodes.length === 0 ? (
              <EmptyState
                title={status ? <Trans>Không có lời mời chung nào như vậy</Trans> : <Trans>Chưa có lời mời chung nào</Trans>}
                action={
                  status ? (
                    <LinkButton to="/loi-moi-chung" search={{}}>
                      <Trans>Bỏ bộ lọc</Trans>
                    </LinkButton>
                  ) : (
                    <LinkButton to="/ban-lam-viec">
                      <Trans>Về bàn làm việc</Trans>
                    </LinkButton>
                  )
                }
              >
                <Trans>Bộ ghép nối tự tìm các nhu cầu đang mở có thể mời gọi chung, rồi hỏi từng bên bằng thư điện tử.</Trans>
              </EmptyState>
            ) : (
              <>
                {jointCalls.nodes.map((call) => (
                  <JointCallRow key={call.id} call={call} />
                ))}
                <LoadMore
                  shown={jointCalls.nodes.length}
                  total={jointCalls.totalCount}
                  hasMore={jointCalls.pageInfo.hasNextPage}
                  busy={result.fetching}
                  onMore={() => setAfter(jointCalls.pageInfo.endCursor)}
                />
              </>
            )
          }
        </Answer>
      </Stack>
    </Page>
  );
}

function JointCallRow({ call }: { call: JointCallCardFragment }) {
  const { i18n } = useLingui();
  const area = call.region ?? call.economicZone;
  return (
    <Panel>
      <Row spread>
        <h2>
          <Link to="/loi-moi-chung/$id" params={{ id: call.id }}>
            {i18n._(jointCallKindLabels[call.kind])}
            {area && <> · {nameOf(area)}</>}
          </Link>
        </h2>
        <Row>
          {waitsForViewer(call.parts) && (
            <Tag tone="warning" icon="clock">
              <Trans>Chờ bạn trả lời</Trans>
            </Tag>
          )}
          <JointCallStatusTag status={call.status} />
        </Row>
      </Row>
      <ul>
        {call.parts.filter(stays).map((part) => (
          <li key={part.need.id}>
            <BilingualText value={part.need.title} empty={<Trans>Nhu cầu không hiển thị với bạn</Trans>} /> ({localized(part.organization.legalName).text})
          </li>
        ))}
      </ul>
      <Soft>{formatRelative(call.createdAt)}</Soft>
    </Panel>
  );
}
