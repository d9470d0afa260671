import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useMutation, useQuery } from 'urql';
import { Answer } from '@/app/Answer';
import { NotFoundPage } from '@/app/NotFoundPage';
import { appError, describe, isAbsent } from '@/app/errors';
import { BeginAgreement } from '@/features/agreements';
import { fullNameOf, localized } from '@/i18n/bilingual';
import { formatDateTime, formatMoneyRange } from '@/i18n/format';
import { maturityLabels } from '@/i18n/labels';
import { matchSideLabels } from '@/i18n/workLabels';
import { reviewKindLabels } from '@/i18n/staffLabels';
import { announce } from '@/ui/Announcer';
import { BilingualText } from '@/ui/BilingualText';
import { Button, LinkButton } from '@/ui/Button';
import { Lead, Page, PageHead, Section, Split, Stack } from '@/ui/Page';
import { PageHeading } from '@/ui/PageHeading';
import { Columns, Notice, Panel, Row, Soft } from '@/ui/Panel';
import { ReasonDialog } from '@/ui/ReasonDialog';
import { Skeleton } from '@/ui/Skeleton';
import { MatchStatusTag } from '@/ui/WorkStatusTag';
import { Fact, SummaryList } from '@/ui/SummaryList';
import { FactorChart } from './FactorChart';
import { AcceptMatchDocument, DeclineMatchDocument, MatchByIdDocument, type MatchPageFragment } from './matches.gql';

export function MatchPage({ id }: { id: string }) {
  const [result, retry] = useQuery({ query: MatchByIdDocument, variables: { id }, requestPolicy: 'cache-and-network' });
  const match = result.data?.match;
  if (match) return <Loaded match={match} />;
  if (isAbsent(result) || (result.data && !result.fetching && !result.stale)) return <NotFoundPage />;
  return (
    <Page>
      <Answer result={{ ...result, data: undefined }} retry={retry} skeleton={<Skeleton blocks={['2.75rem', '8rem', '20rem']} />}>
        {() => null}
      </Answer>
    </Page>
  );
}

/** Both sides said yes: they can go on to an agreement. */
const agreed: MatchPageFragment['status'][] = ['MUTUAL', 'IN_DIALOGUE', 'CONVERTED'];

function Loaded({ match }: { match: MatchPageFragment }) {
  const { t, i18n } = useLingui();
  const [asking, setAsking] = useState<'accept' | 'decline' | null>(null);
  const [, accept] = useMutation(AcceptMatchDocument);
  const [, decline] = useMutation(DeclineMatchDocument);
  const own = match.viewerSides.includes('NEED') ? 'NEED' : 'OFFER';
  const other = own === 'NEED' ? match.offer : match.need;
  const otherName = localized(other.organization.legalName).text;
  const otherTitle = localized(other.title);

  return (
    <Page>
      <PageHead>
        <Row>
          <MatchStatusTag status={match.status} />
        </Row>
        <PageHeading title={t`Kết nối`} lang={otherTitle.lang}>
          {otherTitle.text}
        </PageHeading>
        <Lead>
          <Trans>Gợi ý kết nối giữa {localized(match.need.organization.legalName).text} và {localized(match.offer.organization.legalName).text}</Trans>
        </Lead>
      </PageHead>
      <Split
        aside={
          <>
            <NextStep match={match} own={own} onAsk={setAsking} />
            {agreed.includes(match.status) && <BeginAgreement matchId={match.id} />}
            <Panel>
              <Section title={<Trans>Diễn biến</Trans>}>
                <SummaryList stacked>
                  <Fact name={<Trans>Được gợi ý</Trans>}>{formatDateTime(match.createdAt)}</Fact>
                  <Fact name={<Trans>Liên minh giới thiệu</Trans>}>{match.introducedAt && formatDateTime(match.introducedAt)}</Fact>
                  <Fact name={<Trans>Hạn trả lời</Trans>}>{isWaiting(match.status) && match.replyBy && formatDateTime(match.replyBy)}</Fact>
                  <Fact name={<Trans>Bên có nhu cầu đồng ý</Trans>}>{match.needAcceptedAt && formatDateTime(match.needAcceptedAt)}</Fact>
                  <Fact name={<Trans>Bên có giải pháp đồng ý</Trans>}>{match.offerAcceptedAt && formatDateTime(match.offerAcceptedAt)}</Fact>
                  {match.statusReason && match.status !== 'EXPIRED' && (
                    <Fact
                      name={
                        match.declinedBy ? <Trans>Từ chối bởi {i18n._(matchSideLabels[match.declinedBy]).toLocaleLowerCase()}</Trans> : <Trans>Lý do</Trans>
                      }
                    >
                      {match.statusReason}
                    </Fact>
                  )}
                </SummaryList>
                <Soft>
                  {match.modelVersion ? (
                    <Trans>
                      Xếp hạng bởi bộ ghép nối {match.engineVersion}, trọng số {match.weightsVersion}, mô hình ngữ nghĩa {match.modelVersion}.
                    </Trans>
                  ) : (
                    <Trans>
                      Xếp hạng bởi bộ ghép nối {match.engineVersion}, trọng số {match.weightsVersion}, không dùng mô hình ngữ nghĩa.
                    </Trans>
                  )}
                </Soft>
              </Section>
            </Panel>
          </>
        }
      >
        <Columns>
          <Panel>
            <Soft>
              {i18n._(reviewKindLabels.NEED)} · {localized(match.need.organization.legalName).text}
            </Soft>
            <h2>
              <Link to="/nhu-cau/$id" params={{ id: match.need.id }}>
                <BilingualText value={match.need.title} />
              </Link>
            </h2>
            <p>
              <BilingualText value={match.need.summary} />
            </p>
            <SummaryList stacked>
              <Fact name={<Trans>Địa bàn</Trans>}>{match.need.place && fullNameOf(match.need.place)}</Fact>
              <Fact name={<Trans>Kinh phí</Trans>}>{match.need.budget && formatMoneyRange(match.need.budget)}</Fact>
              <Fact name={<Trans>Hạn tiếp nhận</Trans>}>{match.need.closesAt && formatDateTime(match.need.closesAt)}</Fact>
            </SummaryList>
          </Panel>
          <Panel>
            <Soft>
              {i18n._(reviewKindLabels.OFFER)} · {localized(match.offer.organization.legalName).text}
            </Soft>
            <h2>
              <Link to="/giai-phap/$id" params={{ id: match.offer.id }}>
                <BilingualText value={match.offer.title} />
              </Link>
            </h2>
            <p>
              <BilingualText value={match.offer.summary} />
            </p>
            <SummaryList stacked>
              <Fact name={<Trans>Giá tham khảo</Trans>}>{match.offer.price && formatMoneyRange(match.offer.price)}</Fact>
              <Fact name={<Trans>Độ sẵn sàng</Trans>}>{match.offer.maturity && i18n._(maturityLabels[match.offer.maturity])}</Fact>
            </SummaryList>
          </Panel>
        </Columns>
        <Section title={<Trans>Vì sao phù hợp</Trans>}>
          <FactorChart score={match.score} factors={match.factors} />
        </Section>
      </Split>

      <ReasonDialog
        open={asking === 'accept'}
        title={<Trans>Đồng ý kết nối?</Trans>}
        action={<Trans>Đồng ý kết nối</Trans>}
        onClose={() => setAsking(null)}
        onConfirm={async () => {
          const { error } = await accept({ input: { matchId: match.id } });
          if (error) return describe(appError(error), i18n);
          setAsking(null);
          announce(t`Đã đồng ý kết nối`);
          return null;
        }}
      >
        <p>
          <Trans>Khi {otherName} cũng đồng ý, hai bên thấy họ tên và thư điện tử đầu mối của nhau. Đồng ý chưa phải là cam kết.</Trans>
        </p>
      </ReasonDialog>
      <ReasonDialog
        open={asking === 'decline'}
        title={<Trans>Từ chối kết nối</Trans>}
        reasonLabel={<Trans>Lý do</Trans>}
        reasonHint={<Trans>{otherName} sẽ đọc lý do này; nó cũng giúp gợi ý sau chính xác hơn.</Trans>}
        action={<Trans>Từ chối kết nối</Trans>}
        tone="danger"
        onClose={() => setAsking(null)}
        onConfirm={async (reason) => {
          const { error } = await decline({ input: { matchId: match.id, reason } });
          if (error) return describe(appError(error), i18n);
          setAsking(null);
          announce(t`Đã từ chối kết nối`);
          return null;
        }}
      />
    </Page>
  );
}

interface NextStepProps {
  match: MatchPageFragment;
  own: 'NEED' | 'OFFER';
  onAsk: (what: 'accept' | 'decline') => void;
}

/** What the reader can do now, or whom it waits for. */
function NextStep({ match, own, onAsk }: NextStepProps) {
  if (match.contacts && match.contacts.length > 0) return <Contacts match={match} own={own} />;
  const can = (action: 'ACCEPT' | 'DECLINE') => match.viewerCan.includes(action);
  return (
    <Panel>
      <Section title={<Trans>Việc tiếp theo</Trans>}>
        <Explanation match={match} own={own} />
        {(can('ACCEPT') || can('DECLINE')) && (
          <Row>
            {can('ACCEPT') && (
              <Button tone="primary" onClick={() => onAsk('accept')}>
                <Trans>Đồng ý kết nối</Trans>
              </Button>
            )}
            {can('DECLINE') && (
              <Button tone="danger" onClick={() => onAsk('decline')}>
                <Trans>Từ chối</Trans>
              </Button>
            )}
          </Row>
        )}
        <ProposeLink match={match} own={own} />
      </Section>
    </Panel>
  );
}

function isWaiting(status: MatchPageFragment['status']) {
  return ['INTRODUCED', 'ACCEPTED_BY_NEED', 'ACCEPTED_BY_OFFER'].includes(status);
}

function Explanation({ match, own }: Omit<NextStepProps, 'onAsk'>): ReactNode {
  const ownAccepted = own === 'NEED' ? match.needAcceptedAt : match.offerAcceptedAt;
  switch (match.status) {
    case 'SUGGESTED':
    case 'REVIEWED':
      return <Trans>Liên minh đang xem gợi ý này. Khi được giới thiệu, cả hai bên nhận thư điện tử.</Trans>;
    case 'INTRODUCED':
    case 'ACCEPTED_BY_NEED':
    case 'ACCEPTED_BY_OFFER':
      return ownAccepted ? (
        <Trans>Bên bạn đã đồng ý. Đang chờ bên kia trả lời.</Trans>
      ) : (
        <Trans>Liên minh đã giới thiệu hai bên. Hãy đọc lý do phù hợp rồi trả lời.</Trans>
      );
    case 'MUTUAL':
    case 'IN_DIALOGUE':
    case 'CONVERTED':
      return <Trans>Hai bên đã đồng ý kết nối.</Trans>;
    case 'DECLINED':
      return <Trans>Kết nối này đã bị từ chối.</Trans>;
    case 'EXPIRED':
      return <Trans>Kết nối này đã khép lại vì nhu cầu hoặc giải pháp không còn tiếp nhận.</Trans>;
    case 'BLOCKED':
      return <Trans>Liên minh đã chặn kết nối này.</Trans>;
  }
}

function ProposeLink({ match, own }: Omit<NextStepProps, 'onAsk'>) {
  const ended = ['DECLINED', 'EXPIRED', 'BLOCKED'].includes(match.status);
  if (own !== 'OFFER' || ended || !match.need.viewerCan.includes('PROPOSE')) return null;
  return (
    <LinkButton to="/de-xuat/moi/$needId" params={{ needId: match.need.id }} tone={match.viewerCan.includes('ACCEPT') ? 'secondary' : 'primary'}>
      <Trans>Soạn đề xuất</Trans>
    </LinkButton>
  );
}

function Contacts({ match, own }: Omit<NextStepProps, 'onAsk'>) {
  const { i18n } = useLingui();
  return (
    <Notice tone="positive">
      <Stack>
        <h2>
          <Trans>Hai bên đã đồng ý</Trans>
        </h2>
        <p>
          <Trans>Đây là đầu mối của hai bên. Hãy viết thư cho nhau.</Trans>
        </p>
        {match.contacts?.map((contact) => (
          <div key={contact.email}>
            <Soft>{i18n._(matchSideLabels[contact.side])}</Soft>
            <strong>{contact.name}</strong>
            <br />
            {localized(contact.organization.legalName).text}
            <br />
            <a href={`mailto:${contact.email}`}>{contact.email}</a>
          </div>
        ))}
        <ProposeLink match={match} own={own} />
      </Stack>
    </Notice>
  );
}
