import type { MessageDescriptor } from '@lingui/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { Answer } from '@/app/Answer';
import { fetchFile, saveFile } from '@/app/download';
import { useViewer } from '@/app/SessionProvider';
import { StaffForbidden } from '@/features/account';
import { SubjectLink, actionLabel, actorLabel, detailOf } from '@/features/records';
import type { AuditFilter } from '@/graphql-types';
import { formatDateTime } from '@/i18n/format';
import { announce } from '@/ui/Announcer';
import { Button } from '@/ui/Button';
import { EmptyState } from '@/ui/EmptyState';
import { LoadMore } from '@/ui/LoadMore';
import { Lead, Page, PageHead, Stack } from '@/ui/Page';
import { PageHeading } from '@/ui/PageHeading';
import { Notice, Row, TableBox } from '@/ui/Panel';
import styles from './Administration.module.css';
import { AuditFilters } from './AuditFilters';
import { AuditRecordsDocument, type AuditRecordsQuery } from './administration.gql';
import { auditFilterOf, exportPath } from './auditFilter';
import type { AuditSearch } from './search';

type Record = AuditRecordsQuery['auditRecords']['nodes'][number];

export function AuditPage({ search }: { search: AuditSearch }) {
  const { staffRole } = useViewer();
  if (staffRole !== 'ADMINISTRATOR') {
    return (
      <StaffForbidden>
        <Trans>Nhật ký chỉ quản trị viên của Liên minh xem được. Quản trị viên khác cấp được quyền này.</Trans>
      </StaffForbidden>
    );
  }
  return <Records search={search} />;
}

function Records({ search }: { search: AuditSearch }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const filter = auditFilterOf(search);
  const listed = JSON.stringify(filter);
  const [cursor, setCursor] = useState<{ list: string; at: string | null } | null>(null);
  const after = cursor?.list === listed ? cursor.at : null;
  const [result, retry] = useQuery({ query: AuditRecordsDocument, variables: { filter, after }, requestPolicy: 'cache-and-network' });
  const narrow = (next: AuditSearch) => void navigate({ to: '/quan-tri/nhat-ky', search: next });
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
      <Stack>
        <AuditFilters search={search} onSearch={narrow} />
        <Exports filter={filter} />
        <Answer result={result} retry={retry}>
          {({ auditRecords }) =>
            auditRecords.nodes.length === 0 ? (
              Object.keys(search).length > 0 ? (
                <EmptyState title={<Trans>Không có dòng nào như vậy</Trans>}>
                  <Trans>Hãy bỏ bớt bộ lọc, hoặc chọn khoảng ngày rộng hơn.</Trans>
                </EmptyState>
              ) : (
                <EmptyState title={<Trans>Nhật ký còn trống</Trans>}>
                  <Trans>Quyết định đầu tiên sẽ hiện ở đây.</Trans>
                </EmptyState>
              )
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
                        <Line key={record.id} record={record} search={search} />
                      ))}
                    </tbody>
                  </table>
                </TableBox>
                <LoadMore
                  shown={auditRecords.nodes.length}
                  total={auditRecords.totalCount}
                  hasMore={auditRecords.pageInfo.hasNextPage}
                  busy={result.fetching}
                  onMore={() => setCursor({ list: listed, at: auditRecords.pageInfo.endCursor })}
                />
              </>
            )
          }
        </Answer>
      </Stack>
    </Page>
  );
}

/** The same records as a file, however many there are. */
function Exports({ filter }: { filter: AuditFilter }) {
  const { t } = useLingui();
  const [busy, setBusy] = useState<'csv' | 'jsonl' | null>(null);
  const [failed, setFailed] = useState(false);
  const save = async (format: 'csv' | 'jsonl') => {
    if (busy) return;
    setBusy(format);
    setFailed(false);
    const content = await fetchFile(exportPath(format, filter));
    setBusy(null);
    if (!content) return setFailed(true);
    const name = `i-forum-nhat-ky.${format}`;
    saveFile(name, content);
    announce(t`Đã tải tệp ${name}.`);
  };
  return (
    <>
      {failed && (
        <Notice tone="danger">
          <p role="alert">
            <Trans>Chưa tải được nhật ký. Hãy thử lại.</Trans>
          </p>
        </Notice>
      )}
      <Row>
        <Button busy={busy === 'csv'} onClick={() => void save('csv')}>
          <Trans>Xuất CSV cho bảng tính</Trans>
        </Button>
        <Button busy={busy === 'jsonl'} onClick={() => void save('jsonl')}>
          <Trans>Xuất JSONL cho chương trình</Trans>
        </Button>
      </Row>
    </>
  );
}

function Line({ record, search }: { record: Record; search: AuditSearch }) {
  const { i18n } = useLingui();
  const said = (label: MessageDescriptor | null, word: string) => (label ? i18n._(label) : word);
  const actor = said(actorLabel(record.actor), record.actor);
  return (
    <tr>
      <td className={styles['when']}>{formatDateTime(record.at)}</td>
      <td>
        {record.actorId ? (
          <Link to="/quan-tri/nhat-ky" search={{ ...search, nguoi: record.actorId }}>
            {actor}
          </Link>
        ) : (
          actor
        )}
      </td>
      <td>{said(actionLabel(record.action), record.action)}</td>
      <td>
        <SubjectLink id={record.subject} staff />
      </td>
      <td className={styles['answer']}>
        <Detail detail={detailOf(record.action, record.detail)} />
        <Whole record={record} search={search} />
      </td>
    </tr>
  );
}

/** Everything that is written there, for whoever has to know exactly. */
function Whole({ record, search }: { record: Record; search: AuditSearch }) {
  return (
    <details className={styles['record']}>
      <summary>
        <Trans>Toàn bộ dòng</Trans>
      </summary>
      <dl>
        <dt>
          <Trans>Việc</Trans>
        </dt>
        <dd>{record.action}</dd>
        {record.subject && (
          <>
            <dt>
              <Trans>Đối tượng</Trans>
            </dt>
            <dd>
              <Link to="/quan-tri/nhat-ky" search={{ ...search, 'doi-tuong': record.subject }}>
                {record.subject}
              </Link>
            </dd>
          </>
        )}
        {record.address && (
          <>
            <dt>
              <Trans>Địa chỉ mạng</Trans>
            </dt>
            <dd>{record.address}</dd>
          </>
        )}
        {record.detail !== 'null' && (
          <>
            <dt>
              <Trans>Nội dung</Trans>
            </dt>
            <dd>
              <pre>{pretty(record.detail)}</pre>
            </dd>
          </>
        )}
        {record.seq !== null && (
          <>
            <dt>
              <Trans>Thứ tự trong chuỗi</Trans>
            </dt>
            <dd>{record.seq}</dd>
          </>
        )}
        {record.hash && (
          <>
            <dt>
              <Trans>Mã băm</Trans>
            </dt>
            <dd>{record.hash}</dd>
          </>
        )}
      </dl>
    </details>
  );
}

function pretty(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json;
  }
}

function Detail({ detail }: { detail: ReturnType<typeof detailOf> }) {
  const { i18n } = useLingui();
  if (!detail) return null;
  if ('label' in detail) return i18n._(detail.label);
  if ('proposals' in detail) return <Plural value={detail.proposals} one="# đề xuất" other="# đề xuất" />;
  if ('receipt' in detail) return <Trans>Mã băm {`${detail.receipt.slice(0, 12)}…`}</Trans>;
  if ('facts' in detail) {
    return (
      <ul className={styles['facts']}>
        {detail.facts.map(([name, said]) => (
          <li key={name.id}>
            {i18n._(name)}: {typeof said === 'string' ? said : i18n._(said)}
          </li>
        ))}
      </ul>
    );
  }
  return detail.text;
}
