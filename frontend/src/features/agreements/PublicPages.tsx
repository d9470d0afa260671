import { Trans, useLingui } from '@lingui/react/macro';
import { Link, Navigate, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { Answer } from '@/app/Answer';
import { NotFoundPage } from '@/app/NotFoundPage';
import { useSession } from '@/app/SessionProvider';
import { isAbsent } from '@/app/errors';
import type { AgreementKind } from '@/graphql-types';
import { agreementKindLabels } from '@/i18n/agreementLabels';
import { localized } from '@/i18n/bilingual';
import { formatDate, formatDateTime } from '@/i18n/format';
import { valuesOf } from '@/i18n/labels';
import { BilingualText } from '@/ui/BilingualText';
import { Button, LinkButton } from '@/ui/Button';
import { EmptyState } from '@/ui/EmptyState';
import { SelectField } from '@/ui/Field';
import { Icon } from '@/ui/Icon';
import { LoadMore } from '@/ui/LoadMore';
import { Lead, Page, PageHead, Section, Stack } from '@/ui/Page';
import { PageHeading } from '@/ui/PageHeading';
import { Notice, Panel, Row, Soft } from '@/ui/Panel';
import { Skeleton } from '@/ui/Skeleton';
import { Fact, SummaryList } from '@/ui/SummaryList';
import { Tag } from '@/ui/Tag';
import { AgreementText } from './AgreementText';
import styles from './Agreements.module.css';
import { Indicators, Milestones, Payments } from './Following';
import { PaperLink } from './PaperLink';
import { Between, SignaturesOf, Witnesses } from './Signing';
import { PublicAgreementDocument, PublicAgreementsDocument, type AgreementCardFragment, type AgreementPublicFragment } from './agreements.gql';
import { AgreementStatusTag } from './tags';

/** Agreements that both sides signed and let everybody know of. */
export function AgreementsPage({ kind }: { kind: AgreementKind | undefined }) {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const [after, setAfter] = useState<string | null>(null);
  const [result, retry] = useQuery({ query: PublicAgreementsDocument, variables: { kind: kind ?? null, after }, requestPolicy: 'cache-and-network' });
  return (
    <Page>
      <PageHead>
        <PageHeading title={t`Thỏa thuận`}>
          <Trans>Thỏa thuận đã ký</Trans>
        </PageHeading>
        <Lead>
          <Trans>Những thỏa thuận mà hai bên đã ký và cùng cho công khai: ai với ai, về việc gì, đã đạt những mốc nào.</Trans>
        </Lead>
      </PageHead>
      <Stack>
        <Row>
          <SelectField
            label={<Trans>Loại</Trans>}
            value={kind ?? ''}
            onChange={(event) => {
              setAfter(null);
              void navigate({ to: '/thoa-thuan', search: { loai: (event.target.value || undefined) as AgreementKind | undefined }, replace: true });
            }}
          >
            <option value="">{t`Tất cả`}</option>
            {valuesOf(agreementKindLabels).map((value) => (
              <option key={value} value={value}>
                {i18n._(agreementKindLabels[value])}
              </option>
            ))}
          </SelectField>
        </Row>
        <Answer result={result} retry={retry}>
          {({ agreements }) =>
            agreements.nodes.length === 0 ? (
              <EmptyState title={<Trans>Chưa có thỏa thuận nào được công khai</Trans>}>
                <Trans>Khi hai bên ký và cùng cho công khai, thỏa thuận hiện ở đây.</Trans>
              </EmptyState>
            ) : (
              <>
                {agreements.nodes.map((agreement) => (
                  <AgreementRow key={agreement.id} agreement={agreement} />
                ))}
                <LoadMore shown={agreements.nodes.length} total={agreements.totalCount} hasMore={agreements.pageInfo.hasNextPage} busy={result.fetching} onMore={() => setAfter(agreements.pageInfo.endCursor)} />
              </>
            )
          }
        </Answer>
      </Stack>
    </Page>
  );
}

function AgreementRow({ agreement }: { agreement: AgreementCardFragment }) {
  const { i18n } = useLingui();
  return (
    <Panel>
      <Row spread>
        <h2>
          <Link to="/thoa-thuan/$id" params={{ id: agreement.id }}>
            <BilingualText value={agreement.title} />
          </Link>
        </h2>
        <Row>
          {agreement.historic && <HistoricTag />}
          <AgreementStatusTag status={agreement.status} />
        </Row>
      </Row>
      <p>
        <Between agreement={agreement} />
      </p>
      <Soft>
        {i18n._(agreementKindLabels[agreement.kind])} {agreement.number}
        {agreement.signedAt && (
          <>
            {' · '}
            <Trans>Ký ngày {formatDate(agreement.signedAt)}</Trans>
          </>
        )}
      </Soft>
    </Panel>
  );
}

function HistoricTag() {
  return (
    <Tag tone="neutral" icon="clock">
      <Trans>Ghi lại từ tin công khai</Trans>
    </Tag>
  );
}

/** One agreement, as much of it as both sides let everybody see. */
export function PublicAgreementPage({ id }: { id: string }) {
  const { viewer } = useSession();
  const [result, retry] = useQuery({ query: PublicAgreementDocument, variables: { id }, requestPolicy: 'cache-and-network' });
  const agreement = result.data?.agreement;
  // Letters lead here; the two sides have a page of their own.
  if (viewer && agreement?.viewerSide) return <Navigate to="/thoa-thuan-cua-toi/$id" params={{ id }} replace />;
  if (agreement) return <Loaded agreement={agreement} />;
  if (isAbsent(result) || (result.data && !result.fetching && !result.stale)) return viewer ? <NotFoundPage /> : <SignInFirst id={id} />;
  return (
    <Page>
      <Answer result={{ ...result, data: undefined }} retry={retry} skeleton={<Skeleton blocks={['2.75rem', '8rem', '20rem']} />}>
        {() => null}
      </Answer>
    </Page>
  );
}

function SignInFirst({ id }: { id: string }) {
  const { t } = useLingui();
  return (
    <Page narrow>
      <PageHead>
        <PageHeading title={t`Thỏa thuận`}>
          <Trans>Thỏa thuận</Trans>
        </PageHeading>
        <Lead>
          <Trans>Thỏa thuận chưa được công khai chỉ hiển thị với hai bên. Hãy đăng nhập để xem, nếu tổ chức của bạn là một bên.</Trans>
        </Lead>
      </PageHead>
      <LinkButton to="/dang-nhap" search={{ tiep: `/thoa-thuan/${id}` }} tone="primary">
        <Trans>Đăng nhập</Trans>
      </LinkButton>
    </Page>
  );
}

function Loaded({ agreement }: { agreement: AgreementPublicFragment }) {
  const { t, i18n } = useLingui();
  const title = localized(agreement.title);
  return (
    <Page>
      <nav aria-label={t`Đường dẫn`} className="no-print">
        <Link to="/thoa-thuan" search={{}}>
          <Trans>Thỏa thuận đã ký</Trans>
        </Link>
      </nav>
      <PageHead>
        <Row>
          <AgreementStatusTag status={agreement.status} />
          {agreement.historic && <HistoricTag />}
        </Row>
        <PageHeading title={t`Thỏa thuận ${agreement.number}`} lang={title.lang}>
          {title.text}
        </PageHeading>
        <Lead>
          <Between agreement={agreement} />
        </Lead>
      </PageHead>
      <Stack>
        {agreement.endReason && (
          <Notice tone={agreement.status === 'COMPLETED' ? 'positive' : 'warning'}>
            <strong>{agreement.status === 'COMPLETED' ? <Trans>Kết quả</Trans> : <Trans>Vì sao kết thúc</Trans>}</strong>
            <p>{agreement.endReason}</p>
          </Notice>
        )}
        <SummaryList>
          <Fact name={<Trans>Loại</Trans>}>{i18n._(agreementKindLabels[agreement.kind])}</Fact>
          <Fact name={<Trans>Số</Trans>}>{agreement.number}</Fact>
          <Fact name={<Trans>Ký ngày</Trans>}>{agreement.signedAt && formatDateTime(agreement.signedAt)}</Fact>
          <Fact name={<Trans>Bắt đầu</Trans>}>{agreement.startsOn && formatDate(agreement.startsOn)}</Fact>
          <Fact name={<Trans>Kết thúc</Trans>}>{agreement.endsOn && formatDate(agreement.endsOn)}</Fact>
          <Fact name={<Trans>Về nhu cầu</Trans>}>
            {agreement.need && (
              <Link to="/nhu-cau/$id" params={{ id: agreement.need.id }}>
                <BilingualText value={agreement.need.title} />
              </Link>
            )}
          </Fact>
          <Fact name={<Trans>Tiếp tục theo thông báo</Trans>}>
            {agreement.noticeLink && (
              <a href={agreement.noticeLink} rel="noreferrer nofollow">
                {agreement.noticeNumber}
              </a>
            )}
          </Fact>
          <Fact name={<Trans>Mã băm của bản đã ký</Trans>}>
            {agreement.signedHash && (
              <Link to="/thoa-thuan/ban/$hash" params={{ hash: agreement.signedHash }} className={styles['hash']}>
                {agreement.signedHash}
              </Link>
            )}
          </Fact>
        </SummaryList>
        <Row>
          {agreement.paperPath && <PaperLink path={agreement.paperPath} name={`${agreement.number}.pdf`} />}
          <Button className="no-print" onClick={() => window.print()}>
            <Icon name="print" />
            <Trans>In trang này</Trans>
          </Button>
        </Row>
        <Milestones agreement={agreement} />
        <Indicators agreement={agreement} />
        <Payments agreement={agreement} />
        {agreement.text ? (
          <Section title={<Trans>Văn bản</Trans>}>
            <AgreementText text={agreement.text} />
          </Section>
        ) : (
          <Soft>
            <Trans>Hai bên không công khai toàn văn.</Trans>
          </Soft>
        )}
        <SignaturesOf agreement={agreement} />
        <Witnesses agreement={agreement} />
      </Stack>
    </Page>
  );
}
