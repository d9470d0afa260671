import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { Answer } from '@/app/Answer';
import { NotFoundPage } from '@/app/NotFoundPage';
import { isAbsent } from '@/app/errors';
import { useMyOrganizations, type MyOrganization } from '@/app/membership';
import { localized } from '@/i18n/bilingual';
import { LinkButton, Button } from '@/ui/Button';
import { EmptyState } from '@/ui/EmptyState';
import { Option, OptionGroup } from '@/ui/Field';
import { Forbidden } from '@/ui/Forbidden';
import { Page, PageHead, Stack } from '@/ui/Page';
import { PageHeading } from '@/ui/PageHeading';
import { Skeleton } from '@/ui/Skeleton';
import { NeedStatusTag } from '@/ui/StatusTag';
import { ProposalStatusTag } from '@/ui/WorkStatusTag';
import { Composer } from './Composer';
import { NeedToAnswerDocument, ProposalByIdDocument, type NeedAnsweredFragment } from './proposals.gql';

const outline = <Skeleton blocks={['2.75rem', '5rem', '24rem']} />;

interface Props {
  id: string | undefined;
  needId: string | undefined;
}

/** Stays mounted when a new draft gets its address, so that the typing goes on. */
export function ComposerPage({ id, needId }: Props) {
  const navigate = useNavigate();
  const [made, setMade] = useState<{ id: string; needId: string }>();
  const mine = made !== undefined && id === made.id;
  const onMade = (forNeed: string) => (proposalId: string) => {
    setMade({ id: proposalId, needId: forNeed });
    void navigate({ to: '/de-xuat/$id/soan', params: { id: proposalId }, replace: true, resetScroll: false });
  };
  const answered = mine ? made.needId : needId;
  if (answered) return <NewProposal key={answered} needId={answered} going={mine} onMade={onMade(answered)} />;
  return id ? <StoredProposal key={id} id={id} /> : <NotFoundPage />;
}

function NewProposal({ needId, going, onMade }: { needId: string; going: boolean; onMade: (id: string) => void }) {
  const { t } = useLingui();
  const organizations = useMyOrganizations();
  const [result, retry] = useQuery({ query: NeedToAnswerDocument, variables: { needId }, pause: going });
  const [start, setStart] = useState<{ need: NeedAnsweredFragment; organization: MyOrganization } | null>(null);
  const [chosen, setChosen] = useState<string>();
  if (start) {
    return <Composer need={start.need} organization={{ id: start.organization.id, name: localized(start.organization.legalName).text }} stored={null} onMade={onMade} />;
  }
  if (isAbsent(result)) return <NotFoundPage />;
  if (!organizations.result.data || !result.data) {
    return (
      <Page>
        <Answer result={result.error ? { ...result, data: undefined } : { ...organizations.result, data: undefined }} retry={retry} skeleton={outline}>
          {() => null}
        </Answer>
      </Page>
    );
  }
  const { need, proposals } = result.data;
  const { postingOffers } = organizations;
  if (!need) return <NotFoundPage />;
  const existing = proposals.nodes.find(({ status }) => status !== 'WITHDRAWN');
  if (postingOffers.length === 0) {
    return (
      <Forbidden>
        <Trans>Đề xuất do người của doanh nghiệp, viện, trường nộp. Người chủ quản của tổ chức bạn trên i-Forum có thể chấp thuận bạn.</Trans>
      </Forbidden>
    );
  }
  if (existing || !need.viewerCan.includes('PROPOSE')) {
    return (
      <Page narrow>
        <PageHead>
          <PageHeading title={t`Soạn đề xuất`}>{localized(need.title).text}</PageHeading>
        </PageHead>
        {existing ? (
          <EmptyState
            title={<Trans>Tổ chức của bạn đã có đề xuất cho nhu cầu này</Trans>}
            action={
              existing.status === 'DRAFT' ? (
                <LinkButton to="/de-xuat/$id/soan" params={{ id: existing.id }} tone="primary">
                  <Trans>Soạn tiếp</Trans>
                </LinkButton>
              ) : (
                <LinkButton to="/de-xuat/$id" params={{ id: existing.id }} search={{}} tone="primary">
                  <Trans>Xem đề xuất</Trans>
                </LinkButton>
              )
            }
          >
            <ProposalStatusTag status={existing.status} />
          </EmptyState>
        ) : (
          <EmptyState
            title={<Trans>Chưa nộp được đề xuất cho nhu cầu này</Trans>}
            action={
              <LinkButton to="/nhu-cau/$id" params={{ id: need.id }}>
                <Trans>Xem nhu cầu</Trans>
              </LinkButton>
            }
          >
            <NeedStatusTag status={need.status} /> <Trans>Chỉ nộp được khi nhu cầu đang tiếp nhận và tổ chức của bạn đã được xác thực.</Trans>
          </EmptyState>
        )}
      </Page>
    );
  }
  if (postingOffers.length === 1) {
    setStart({ need, organization: postingOffers[0]! });
    return null;
  }
  return (
    <Page narrow>
      <PageHead>
        <PageHeading title={t`Soạn đề xuất`}>
          <Trans>Đề xuất của tổ chức nào?</Trans>
        </PageHeading>
      </PageHead>
      <Stack>
        <OptionGroup id="organization" label={<Trans>Tổ chức</Trans>}>
          {postingOffers.map((one) => (
            <Option key={one.id} type="radio" name="organization" checked={chosen === one.id} onChange={() => setChosen(one.id)}>
              {localized(one.legalName).text}
            </Option>
          ))}
        </OptionGroup>
        <div>
          <Button
            tone="primary"
            onClick={() => {
              const organization = postingOffers.find((one) => one.id === chosen);
              if (organization) setStart({ need, organization });
            }}
          >
            <Trans>Tiếp tục</Trans>
          </Button>
        </div>
      </Stack>
    </Page>
  );
}

function StoredProposal({ id }: { id: string }) {
  const { t } = useLingui();
  const [result, retry] = useQuery({ query: ProposalByIdDocument, variables: { id }, requestPolicy: 'network-only' });
  const [start, setStart] = useState(result.data);
  if (!start && result.data && !result.stale && !result.fetching) setStart(result.data);
  if (!start && isAbsent(result)) setStart({ proposal: null });
  if (!start) {
    return (
      <Page>
        <Answer result={{ ...result, data: undefined }} retry={retry} skeleton={outline}>
          {() => null}
        </Answer>
      </Page>
    );
  }
  const { proposal } = start;
  if (!proposal) return <NotFoundPage />;
  if (proposal.viewerCan.includes('EDIT')) {
    const { organization } = proposal;
    return <Composer need={proposal.need} organization={{ id: organization.id, name: localized(organization.legalName).text }} stored={proposal} onMade={() => undefined} />;
  }
  return (
    <Page narrow>
      <PageHead>
        <PageHeading title={t`Không sửa được`}>
          <Trans>Đề xuất này không sửa được nữa</Trans>
        </PageHeading>
      </PageHead>
      <EmptyState
        title={<ProposalStatusTag status={proposal.status} />}
        action={
          <LinkButton to="/de-xuat/$id" params={{ id }} search={{}} tone="primary">
            <Trans>Xem đề xuất</Trans>
          </LinkButton>
        }
      >
        <Trans>Chỉ sửa được bản nháp, trước hạn nộp.</Trans>
      </EmptyState>
    </Page>
  );
}
