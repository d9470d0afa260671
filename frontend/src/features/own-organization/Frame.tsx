import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { CombinedError } from 'urql';
import { Answer } from '@/app/Answer';
import { NotFoundPage } from '@/app/NotFoundPage';
import { isAbsent } from '@/app/errors';
import { useMyOrganizations, type MyMembership } from '@/app/membership';
import { SecondFactorNotice } from '@/features/account';
import { localized } from '@/i18n/bilingual';
import { formatDate } from '@/i18n/format';
import { Forbidden } from '@/ui/Forbidden';
import { Badges, Lead, Page, PageHead, Stack } from '@/ui/Page';
import { PageHeading } from '@/ui/PageHeading';
import { Notice } from '@/ui/Panel';
import { Skeleton } from '@/ui/Skeleton';
import { VerificationTag } from '@/ui/StatusTag';
import styles from './Own.module.css';
import type { OwnFrameFragment } from './own-organization.gql';

interface Result<Organization> {
  data?: { organization: Organization | null } | undefined;
  error?: CombinedError | undefined;
  fetching: boolean;
}

interface Props<Organization extends OwnFrameFragment> {
  id: string;
  /** Of the window. */
  title: string;
  heading: ReactNode;
  lead: ReactNode;
  result: Result<Organization>;
  retry: (options: { requestPolicy: 'network-only' }) => void;
  /** The last one is told while the reader is about to leave: the page is then not refused on her way out. */
  children: (organization: Organization, own: MyMembership, onLeaving: (leaving: boolean) => void) => ReactNode;
}

/** Around each page of one's own organisation: whose it is, how it stands, and the way between the pages. */
export function OwnOrganizationFrame<Organization extends OwnFrameFragment>({ id, title, heading, lead, result, retry, children }: Props<Organization>) {
  const mine = useMyOrganizations();
  const [leaving, setLeaving] = useState(false);
  if (isAbsent(result) || result.data?.organization === null) return <NotFoundPage />;
  const own = mine.active.find(({ organization }) => organization.id === id);
  if (mine.result.data && result.data && !own && !leaving) {
    return (
      <Forbidden>
        <Trans>Trang này dành cho thành viên của tổ chức. Hãy xin tham gia từ trang công khai của tổ chức, hoặc nhờ chủ quản mời bạn.</Trans>
      </Forbidden>
    );
  }
  const organization = result.data?.organization;
  const name = organization && localized(organization.legalName);
  return (
    <Page>
      <PageHead>
        {organization && (
          <Badges>
            <VerificationTag status={organization.verification} />
          </Badges>
        )}
        <PageHeading title={title}>{heading}</PageHeading>
        {name && (
          <p className={styles['whose']} lang={name.lang}>
            {name.text}
          </p>
        )}
        <Lead>{lead}</Lead>
      </PageHead>
      <Tabs id={id} />
      <Stack>
        <SecondFactorNotice />
        <Answer result={result} retry={retry} skeleton={<Skeleton blocks={['9rem', '14rem', '14rem']} />}>
          {(data) =>
            data.organization &&
            own && (
              <div className={styles['sections']}>
                <Standing organization={data.organization} />
                {children(data.organization, own, setLeaving)}
              </div>
            )
          }
        </Answer>
      </Stack>
    </Page>
  );
}

function Tabs({ id }: { id: string }) {
  const { t } = useLingui();
  const params = { id };
  const options = { exact: true, includeSearch: false };
  return (
    <nav className={`${styles['tabs']} no-print`} aria-label={t`Trang riêng của tổ chức`}>
      <ul>
        <li>
          <Link to="/to-chuc-cua-toi/$id" params={params} activeOptions={options}>
            <Trans>Hồ sơ tổ chức</Trans>
          </Link>
        </li>
        <li>
          <Link to="/to-chuc-cua-toi/$id/nang-luc" params={params} activeOptions={options}>
            <Trans>Chứng chỉ, việc đã làm</Trans>
          </Link>
        </li>
        <li>
          <Link to="/to-chuc-cua-toi/$id/thanh-vien" params={params} activeOptions={options}>
            <Trans context="people">Thành viên</Trans>
          </Link>
        </li>
        <li>
          <Link to="/to-chuc-cua-toi/$id/xac-thuc" params={params} activeOptions={options}>
            <Trans>Xác thực, Liên minh</Trans>
          </Link>
        </li>
        <li>
          <Link to="/to-chuc/$id" params={params}>
            <Trans>Trang công khai</Trans>
          </Link>
        </li>
      </ul>
    </nav>
  );
}

/** Why not everybody sees it. */
function Standing({ organization: { standing, standingReason, suspendedAt, mergedInto } }: { organization: OwnFrameFragment }) {
  if (mergedInto) {
    return (
      <Notice tone="warning">
        <p>
          <Trans>
            Tổ chức này đã được nhập vào <Link to="/to-chuc/$id" params={{ id: mergedInto.id }}>{localized(mergedInto.legalName).text}</Link>. Hãy làm việc thay mặt tổ chức đó.
          </Trans>
        </p>
      </Notice>
    );
  }
  if (suspendedAt) {
    return (
      <Notice tone="danger">
        <p>
          <Trans>Liên minh đình chỉ tổ chức từ ngày {formatDate(suspendedAt)}: không ai khác thấy tổ chức và tin của tổ chức. Không có gì bị mất. Lý do và cách khiếu nại ở trong thư gửi các chủ quản.</Trans>
        </p>
      </Notice>
    );
  }
  if (standing === 'WAITING') {
    return (
      <Notice tone="warning">
        <p>
          <Trans>Tên tổ chức giống tên một tổ chức khác, nên Liên minh xem trước khi tổ chức hiện công khai. Bạn vẫn soạn được hồ sơ, nhu cầu, giải pháp; gửi khi Liên minh đã xem xong.</Trans>
        </p>
      </Notice>
    );
  }
  if (standing === 'REJECTED') {
    return (
      <Notice tone="danger">
        <p>
          <Trans>Liên minh không chấp nhận đăng ký này, nên không ai khác thấy tổ chức. Sửa tên pháp lý hoặc mã số cho đúng thì Liên minh xem lại.</Trans>
        </p>
        {standingReason && (
          <p>
            <Trans>Lý do: {standingReason}</Trans>
          </p>
        )}
      </Notice>
    );
  }
  return null;
}
