import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useQuery } from 'urql';
import { Answer } from '@/app/Answer';
import { useViewer } from '@/app/SessionProvider';
import { formatDateTime } from '@/i18n/format';
import { EmptyState } from '@/ui/EmptyState';
import { Forbidden } from '@/ui/Forbidden';
import { LoadMore } from '@/ui/LoadMore';
import { Lead, Page, PageHead } from '@/ui/Page';
import { PageHeading } from '@/ui/PageHeading';
import { TableBox } from '@/ui/Panel';
import styles from './Administration.module.css';
import { AuditRecordsDocument } from './administration.gql';

export function AuditPage() {
  const { staffRole } = useViewer();
  if (staffRole !== 'ADMINISTRATOR') {
    return (
      <Forbidden>
        <Trans>Nhật ký chỉ quản trị viên của Liên minh xem được. Quản trị viên khác cấp được quyền này.</Trans>
      </Forbidden>
    );
  }
  return <Records />;
}

/** The detail is JSON: one word stands without its quotation marks, nothing is a dash. */
function detailOf(detail: string): string {
  if (detail === 'null' || detail === '') return '–';
  return /^"[^"\\]*"$/.test(detail) ? detail.slice(1, -1) : detail;
}

function Records() {
  const { t } = useLingui();
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
                        <td>{record.actor}</td>
                        <td>{record.action}</td>
                        <td className={styles['id']}>{record.subject}</td>
                        <td className={styles['answer']}>{detailOf(record.detail)}</td>
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
