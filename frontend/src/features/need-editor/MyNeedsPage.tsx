import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { Answer } from '@/app/Answer';
import { useMyOrganizations } from '@/app/membership';
import type { NeedStatus } from '@/graphql-types';
import { HiddenTag } from '@/features/editing';
import { formatDateTime, formatRelative } from '@/i18n/format';
import { needStatusLabels, valuesOf } from '@/i18n/labels';
import { BilingualText } from '@/ui/BilingualText';
import { LinkButton } from '@/ui/Button';
import { EmptyState } from '@/ui/EmptyState';
import { SelectField } from '@/ui/Field';
import { LoadMore } from '@/ui/LoadMore';
import { Lead, Page, PageHead, Section, Stack } from '@/ui/Page';
import { PageHeading } from '@/ui/PageHeading';
import { Panel, Row, Soft } from '@/ui/Panel';
import { NeedStatusTag } from '@/ui/StatusTag';
import { MyNeedsDocument, NeedsToCompleteDocument, type MyNeedsQuery } from './need-editor.gql';

type MyNeed = MyNeedsQuery['needs']['nodes'][number];

export function MyNeedsPage({ status }: { status: NeedStatus | undefined }) {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const { postingNeeds } = useMyOrganizations();
  const [after, setAfter] = useState<string | null>(null);
  const [result, retry] = useQuery({
    query: MyNeedsDocument,
    variables: { statuses: status ? [status] : null, after },
    requestPolicy: 'cache-and-network',
  });
  const post = postingNeeds.length > 0 && (
    <LinkButton to="/co-quan/nhu-cau/moi" tone="primary">
      <Trans>Đăng nhu cầu</Trans>
    </LinkButton>
  );
  return (
    <Page>
      <PageHead>
        <PageHeading title={t`Nhu cầu của cơ quan`}>
          <Trans>Nhu cầu của cơ quan</Trans>
        </PageHeading>
        <Lead>
          <Trans>Mọi nhu cầu mà cơ quan của bạn đã soạn hoặc đăng, và việc cần làm tiếp với từng nhu cầu.</Trans>
        </Lead>
      </PageHead>
      <Stack>
        <ToComplete />
        <Row spread>
          <SelectField
            label={<Trans>Trạng thái</Trans>}
            value={status ?? ''}
            onChange={(event) => {
              setAfter(null);
              void navigate({ to: '/co-quan/nhu-cau', search: { 'trang-thai': (event.target.value || undefined) as NeedStatus | undefined }, replace: true });
            }}
          >
            <option value="">{t`Tất cả`}</option>
            {valuesOf(needStatusLabels).map((value) => (
              <option key={value} value={value}>
                {i18n._(needStatusLabels[value])}
              </option>
            ))}
          </SelectField>
          {post}
        </Row>
        <Answer result={result} retry={retry}>
          {({ needs }) =>
            needs.nodes.length === 0 ? (
              <EmptyState title={status ? <Trans>Không có nhu cầu nào ở trạng thái này</Trans> : <Trans>Cơ quan chưa có nhu cầu nào</Trans>} action={post || null}>
                <Trans>Nhu cầu là lời mời gửi tới doanh nghiệp: kết quả cần đạt, địa bàn, kinh phí, hạn. Soạn mất khoảng 15 phút và tự lưu.</Trans>
              </EmptyState>
            ) : (
              <>
                {needs.nodes.map((need) => (
                  <NeedRow key={need.id} need={need} />
                ))}
                <LoadMore
                  shown={needs.nodes.length}
                  total={needs.totalCount}
                  hasMore={needs.pageInfo.hasNextPage}
                  busy={result.fetching}
                  onMore={() => setAfter(needs.pageInfo.endCursor)}
                />
              </>
            )
          }
        </Answer>
      </Stack>
    </Page>
  );
}

/** Drafts of communes that somebody here was asked to complete. */
function ToComplete() {
  const [{ data }] = useQuery({ query: NeedsToCompleteDocument, requestPolicy: 'cache-and-network' });
  if (!data || data.needs.nodes.length === 0) return null;
  return (
    <Section title={<Trans>Cơ quan khác nhờ hoàn thiện</Trans>}>
      {data.needs.nodes.map(({ id, title, organization, status, viewerCan }) => (
        <Panel key={id}>
          <Row spread>
            <h3>
              <Link to={viewerCan.includes('EDIT') ? '/co-quan/nhu-cau/$id/soan' : '/nhu-cau/$id'} params={{ id }} search={{}}>
                <BilingualText value={title} empty={<Trans>(chưa đặt tên)</Trans>} />
              </Link>
            </h3>
            <NeedStatusTag status={status} />
          </Row>
          <Soft>
            <BilingualText value={organization.legalName} />
          </Soft>
        </Panel>
      ))}
    </Section>
  );
}

function NeedRow({ need }: { need: MyNeed }) {
  const { id } = need;
  const consulting = need.status === 'CONSULTATION';
  const editable = need.viewerCan.includes('EDIT') && !consulting;
  const closed = ['CLOSED', 'EVALUATING', 'MATCHED', 'UNSUCCESSFUL'].includes(need.status);
  const title = <BilingualText value={need.title} empty={<Trans>(chưa đặt tên)</Trans>} />;
  return (
    <Panel>
      <Row spread>
        <h2>
          {editable ? (
            <Link to="/co-quan/nhu-cau/$id/soan" params={{ id }} search={{}}>
              {title}
            </Link>
          ) : (
            <Link to="/nhu-cau/$id" params={{ id }}>
              {title}
            </Link>
          )}
        </h2>
        <Row>
          {need.hiddenFor.length > 0 && <HiddenTag />}
          <NeedStatusTag status={need.status} />
        </Row>
      </Row>
      {need.status === 'CHANGES_REQUESTED' && need.lastReview?.reason && <p style={{ whiteSpace: 'pre-line' }}>{need.lastReview.reason}</p>}
      <Soft>
        {need.closesAt && (
          <Trans>
            Hạn tiếp nhận {formatDateTime(need.closesAt)} ({formatRelative(need.closesAt)}) ·{' '}
          </Trans>
        )}
        <Trans>sửa lần cuối {formatRelative(need.updatedAt)}</Trans>
      </Soft>
      <Row>
        {need.status === 'CHANGES_REQUESTED' && need.lastReview && (
          <Link to="/khieu-nai/$id" params={{ id: need.lastReview.id }}>
            <Trans>Xem quyết định, khiếu nại</Trans>
          </Link>
        )}
        {editable && (
          <LinkButton to="/co-quan/nhu-cau/$id/soan" params={{ id }} search={{}}>
            <Trans>Soạn tiếp</Trans>
          </LinkButton>
        )}
        {consulting && (
          <LinkButton to="/nhu-cau/$id" params={{ id }} tone="primary">
            <Trans>Góp ý, mở nhận đề xuất</Trans>
          </LinkButton>
        )}
        {(consulting || need.status === 'OPEN' || closed) && (
          <LinkButton to="/co-quan/de-xuat/$needId" params={{ needId: id }} tone={need.status === 'CLOSED' ? 'primary' : 'secondary'}>
            <Trans>Đề xuất nhận được</Trans>
          </LinkButton>
        )}
        {need.status === 'OPEN' && (
          <LinkButton to="/goi-y" search={{ 'nhu-cau': id }}>
            <Trans>Giải pháp được gợi ý</Trans>
          </LinkButton>
        )}
      </Row>
    </Panel>
  );
}
