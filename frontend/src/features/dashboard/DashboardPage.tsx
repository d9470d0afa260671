import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { Answer } from '@/app/Answer';
import { useViewer } from '@/app/SessionProvider';
import { useMyOrganizations } from '@/app/membership';
import { SecondFactorNotice } from '@/features/account';
import { AgeTag } from '@/features/moderation';
import { localized } from '@/i18n/bilingual';
import { formatDate, formatNumber, formatRelative } from '@/i18n/format';
import { reviewKindLabels } from '@/i18n/staffLabels';
import { BilingualText } from '@/ui/BilingualText';
import { LinkButton } from '@/ui/Button';
import { EmptyState } from '@/ui/EmptyState';
import { Lead, Page, PageHead, Section, Stack } from '@/ui/Page';
import { PageHeading } from '@/ui/PageHeading';
import { Columns, Notice, Panel, Row, Soft } from '@/ui/Panel';
import { Skeleton } from '@/ui/Skeleton';
import { MatchStatusTag } from '@/ui/WorkStatusTag';
import styles from './Dashboard.module.css';
import { Invited } from './Invited';
import { OwnOrganizations } from './OwnOrganizations';
import { PendingMembers } from './PendingMembers';
import { TaskList } from './TaskList';
import { DashboardDocument, type DashboardQuery } from './dashboard.gql';
import { tasksOf } from './tasks';

const outline = <Skeleton blocks={['2.25rem', '6rem', '6rem', '6rem']} />;

export function DashboardPage() {
  const { t } = useLingui();
  const viewer = useViewer();
  const mine = useMyOrganizations();
  const names = mine.active.map(({ organization }) => localized(organization.legalName).text);
  const postsNeeds = mine.postingNeeds.length > 0;
  const postsOffers = mine.postingOffers.length > 0;
  const waiting = mine.memberships.filter(({ status }) => status === 'PENDING');
  return (
    <Page>
      <PageHead>
        <PageHeading title={t`Bàn làm việc`}>
          <Trans>Bàn làm việc</Trans>
        </PageHeading>
        <Lead>
          {viewer.name}
          {names.length > 0 && ` · ${names.join(' · ')}`}
        </Lead>
        {(postsNeeds || postsOffers) && (
          <Row>
            {postsNeeds && (
              <LinkButton to="/co-quan/nhu-cau/moi" tone="primary">
                <Trans>Đăng nhu cầu</Trans>
              </LinkButton>
            )}
            {postsOffers && (
              <LinkButton to="/giai-phap-cua-toi/moi" tone={postsNeeds ? 'secondary' : 'primary'}>
                <Trans>Đăng giải pháp</Trans>
              </LinkButton>
            )}
          </Row>
        )}
      </PageHead>
      <Answer result={mine.result} retry={mine.retry} skeleton={outline}>
        {() => (
          <Stack>
            <SecondFactorNotice />
            {waiting.map(({ id, organization }) => (
              <Notice key={id}>
                <p>
                  <Trans>Bạn đã xin tham gia {localized(organization.legalName).text}. Người chủ quản của tổ chức cần chấp thuận trước khi bạn làm việc thay tổ chức.</Trans>
                </p>
              </Notice>
            ))}
            <Invited />
            {mine.active.map(
              ({ id, role, organization }) =>
                organization.suspendedAt && (
                  <Notice key={id} tone="danger">
                    <p>
                      <Trans>
                        {localized(organization.legalName).text} đang bị Liên minh đình chỉ từ {formatDate(organization.suspendedAt)}: tin đăng bị ẩn, thành viên chỉ đọc. Lý do và cách khiếu nại
                        nằm trong thư gửi chủ quản.
                      </Trans>
                    </p>
                    {organization.suspension && role === 'OWNER' && (
                      <p>
                        <Link to="/khieu-nai/$id" params={{ id: organization.suspension.id }}>
                          <Trans>Xem quyết định, khiếu nại</Trans>
                        </Link>
                      </p>
                    )}
                  </Notice>
                ),
            )}
            <PendingMembers memberships={mine.memberships} />
            <Work staff={viewer.staffRole !== null} needs={postsNeeds} offers={postsOffers} />
            <OwnOrganizations organizations={mine.active.map(({ organization }) => organization)} />
          </Stack>
        )}
      </Answer>
    </Page>
  );
}

function Work({ staff, needs, offers }: { staff: boolean; needs: boolean; offers: boolean }) {
  const [result, retry] = useQuery({ query: DashboardDocument, variables: { staff, needs, offers }, requestPolicy: 'cache-and-network' });
  const [openedAt] = useState(Date.now);
  return (
    <Answer result={result} retry={retry} skeleton={outline}>
      {(data) => {
        const tasks = tasksOf(data, openedAt);
        const fresh = !staff && (needs || offers) && !data.needs?.totalCount && !data.offers?.totalCount;
        return (
          <>
            {staff && <Queue data={data} />}
            <Section title={<Trans>Việc cần làm</Trans>}>
              {tasks.length > 0 ? (
                <TaskList tasks={tasks} />
              ) : (
                <EmptyState title={fresh ? <Trans>Bắt đầu từ đây</Trans> : <Trans>Không có việc nào đang chờ bạn</Trans>}>
                  {fresh && needs ? (
                    <Trans>Hãy nêu nhu cầu đầu tiên của cơ quan. Hệ thống tìm giải pháp phù hợp và nói rõ vì sao; bản nháp tự lưu, bạn soạn dần được.</Trans>
                  ) : fresh ? (
                    <Trans>Hãy đăng giải pháp đầu tiên. Hệ thống tìm nhu cầu phù hợp của các địa phương và nói rõ vì sao; bản nháp tự lưu, bạn soạn dần được.</Trans>
                  ) : staff ? (
                    <Trans>Việc của tổ chức bạn sẽ hiện ở đây. Hàng chờ kiểm duyệt ở ngay phía trên.</Trans>
                  ) : (
                    <Trans>Khi có lời giới thiệu, ý kiến của Liên minh hay đề xuất cần quyết định, việc sẽ hiện ở đây và bạn nhận thư điện tử.</Trans>
                  )}
                </EmptyState>
              )}
            </Section>
            <Suggestions data={data} />
            <Figures data={data} />
          </>
        );
      }}
    </Answer>
  );
}

/** What waits and is the reader's to decide, the oldest of each kind first; what nobody waits for takes no room. */
function Queue({ data }: { data: DashboardQuery }) {
  const { i18n } = useLingui();
  const counts = (
    [
      ['NEED', data.needReviews],
      ['OFFER', data.offerReviews],
      ['MATCH', data.matchReviews],
      ['REGISTRATION', data.registrationReviews],
      ['VERIFICATION', data.verificationReviews],
      ['ALLIANCE_MEMBERSHIP', data.allianceReviews],
      ['REPORT', data.reportReviews],
      ['APPEAL', data.appealReviews],
      ['MERGE', data.mergeReviews],
    ] as const
  ).filter(([, waiting]) => waiting && waiting.totalCount > 0);
  return (
    <Section title={<Trans>Chờ kiểm duyệt</Trans>}>
      {counts.length === 0 && (
        <EmptyState
          title={<Trans>Không có gì chờ bạn quyết định</Trans>}
          action={
            <LinkButton to="/quan-tri" search={{}}>
              <Trans>Mở hàng chờ</Trans>
            </LinkButton>
          }
        />
      )}
      <Columns>
        {counts.map(([kind, waiting]) => {
          const oldest = waiting?.nodes[0];
          return (
            <Panel key={kind}>
              <span>
                <span className={`${styles['count']} numeric`}>{formatNumber(waiting?.totalCount ?? 0)}</span>
                {i18n._(reviewKindLabels[kind])}
              </span>
              {oldest && (
                <Row>
                  <Soft>
                    <Trans>Cũ nhất</Trans>
                  </Soft>
                  <AgeTag openedAt={oldest.openedAt} />
                </Row>
              )}
              <LinkButton to="/quan-tri" search={{ loai: kind }} tone="primary">
                <Trans>
                  Mở hàng chờ<span className="visually-hidden">: {i18n._(reviewKindLabels[kind])}</span>
                </Trans>
              </LinkButton>
            </Panel>
          );
        })}
      </Columns>
    </Section>
  );
}

/** The best suggestions that nobody has to answer yet. */
function Suggestions({ data }: { data: DashboardQuery }) {
  const shown = data.matches.nodes.filter(({ viewerCan, status }) => !viewerCan.includes('ACCEPT') && ['SUGGESTED', 'REVIEWED', 'INTRODUCED', 'ACCEPTED_BY_NEED', 'ACCEPTED_BY_OFFER', 'MUTUAL'].includes(status)).slice(0, 5);
  if (shown.length === 0) return null;
  return (
    <Section title={<Trans>Gợi ý nổi bật</Trans>}>
      <ul className={styles['tasks']} role="list">
        {shown.map((match) => {
          const [own, other] = match.viewerSides.includes('NEED') ? [match.need, match.offer] : [match.offer, match.need];
          return (
            <li key={match.id}>
              <div>
                <Link to="/ket-noi/$id" params={{ id: match.id }}>
                  <BilingualText value={other.title} />
                </Link>
                <br />
                <span>
                  {localized(other.organization.legalName).text} · <Trans>{formatNumber(Math.round(match.score))} điểm</Trans>
                  {other === match.need && match.need.closesAt && (
                    <>
                      {' · '}
                      <Trans>hạn {formatRelative(match.need.closesAt)}</Trans>
                    </>
                  )}
                  <br />
                  <Trans>
                    Cho: <BilingualText value={own.title} />
                  </Trans>
                </span>
              </div>
              <MatchStatusTag status={match.status} />
            </li>
          );
        })}
      </ul>
      <div>
        <LinkButton to="/goi-y" search={{}}>
          <Trans>Xem mọi gợi ý</Trans>
        </LinkButton>
      </div>
    </Section>
  );
}

function Figures({ data }: { data: DashboardQuery }) {
  return (
    <Row>
      {data.needs && (
        <Link to="/co-quan/nhu-cau" search={{}}>
          <Plural value={data.needs.totalCount} one="# nhu cầu của cơ quan" other="# nhu cầu của cơ quan" />
        </Link>
      )}
      {data.offers && (
        <Link to="/giai-phap-cua-toi" search={{}}>
          <Plural value={data.offers.totalCount} one="# giải pháp" other="# giải pháp" />
        </Link>
      )}
      {data.proposals && (
        <Link to="/de-xuat">
          <Plural value={data.proposals.totalCount} one="# đề xuất" other="# đề xuất" />
        </Link>
      )}
    </Row>
  );
}
