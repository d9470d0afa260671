import type { MessageDescriptor } from '@lingui/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { Answer } from '@/app/Answer';
import { useViewer } from '@/app/SessionProvider';
import { StaffForbidden } from '@/features/account';
import { formatDateTime } from '@/i18n/format';
import { EmptyState } from '@/ui/EmptyState';
import { LoadMore } from '@/ui/LoadMore';
import { Lead, Page, PageHead } from '@/ui/Page';
import { PageHeading } from '@/ui/PageHeading';
import { TableBox } from '@/ui/Panel';
import styles from './Administration.module.css';
import { AuditRecordsDocument } from './administration.gql';
import { actionLabel, actorLabel, detailOf, subjectOf } from './records';

export function AuditPage() {
  const { staffRole } = useViewer();
  if (staffRole !== 'ADMINISTRATOR') {
    return (
      <StaffForbidden>
        <Trans>Nhật ký chỉ quản trị viên của Liên minh xem được. Quản trị viên khác cấp được quyền này.</Trans>
      </StaffForbidden>
    );
  }
  return <Records />;
}

function Records() {
  const { t, i18n } = useLingui();
  const said = (label: MessageDescriptor | null, word: string) => (label ? i18n._(label) : word);
  const [after, setAfter] = useState<string | null>(null);
  const [result, retry] = useQuery({ query: AuditRecordsDocument, variables: { after }, requestPolicy: 'cache-and-network' });
  return (
    <Page>
      <PageHead>
        <PageHeading title={t`Nhật ký`}>
          <Trans>Nhật ký</Trans>
        </PageHeading>
        <Lead>
          <Trans>Mọi quyết định: ai, lúc nào, với cái gì, vì sao. Không ai sửa hay xóa được.</Trans>
        </Lead>
      </PageHead>
      <Answer result={result} retry={retry}>
        {({ auditRecords }) =>
          auditRecords.nodes.length === 0 ? (
            <EmptyState title={<Trans>Nhật ký còn trống</Trans>}>
              <Trans>Quyết định đầu tiên sẽ hiện ở đây.</Trans>
            </EmptyState>
          ) : (
            <>
              <TableBox label={t`Nhật ký`}>
                <table className={styles['table']}>
                  <thead>
                    <tr>
                      <th scope="col">
                        <Trans>Lúc</Trans>
                      </th>
                      <th scope="col">
                        <Trans>Ai</Trans>
                      </th>
                      <th scope="col">
                        <Trans>Việc</Trans>
                      </th>
                      <th scope="col">
                        <Trans>Đối tượng</Trans>
                      </th>
                      <th scope="col">
                        <Trans>Chi tiết</Trans>
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    {auditRecords.nodes.map((record) => (
                      <tr key={record.id}>
                        <td className={styles['when']}>{formatDateTime(record.at)}</td>
                        <td>{said(actorLabel(record.actor), record.actor)}</td>
                        <td>{said(actionLabel(record.action), record.action)}</td>
                        <td>
                          <Subject id={record.subject} />
                        </td>
                        <td className={styles['answer']}>
                          <Detail detail={detailOf(record.action, record.detail)} />
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </TableBox>
              <LoadMore
                shown={auditRecords.nodes.length}
                total={auditRecords.totalCount}
                hasMore={auditRecords.pageInfo.hasNextPage}
                busy={result.fetching}
                onMore={() => setAfter(auditRecords.pageInfo.endCursor)}
              />
            </>
          )
        }
      </Answer>
    </Page>
  );
}

/** What it is, with the end of its id to tell it from others; the whole id is the link's address. */
function Subject({ id }: { id: string }) {
  const { i18n } = useLingui();
  const kind = subjectOf(id);
  if (!kind) return <span className={styles['id']}>{id}</span>;
  const name = (
    <>
      {i18n._(kind.label)} <span className={styles['id']}>…{id.slice(-6)}</span>
    </>
  );
  return kind.to ? (
    <Link to={kind.to} params={{ id }}>
      {name}
    </Link>
  ) : (
    <span title={id}>{name}</span>
  );
}

function Detail({ detail }: { detail: ReturnType<typeof detailOf> }) {
  const { i18n } = useLingui();
  if (!detail) return '–';
  if ('label' in detail) return i18n._(detail.label);
  if ('proposals' in detail) return <Plural value={detail.proposals} one="# đề xuất" other="# đề xuất" />;
  if ('receipt' in detail) return <Trans>Mã băm {`${detail.receipt.slice(0, 12)}…`}</Trans>;
  return detail.text;
}
