import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { Answer } from '@/app/Answer';
import { useViewer } from '@/app/SessionProvider';
import { StaffForbidden } from '@/features/account';
import type { PersonFilter } from '@/graphql-types';
import { localized } from '@/i18n/bilingual';
import { formatDate, formatRelative } from '@/i18n/format';
import { membershipRoleLabels } from '@/i18n/accountLabels';
import { valuesOf } from '@/i18n/labels';
import { staffRoleLabels } from '@/i18n/workLabels';
import { Button } from '@/ui/Button';
import { EmptyState } from '@/ui/EmptyState';
import { SelectField, TextField } from '@/ui/Field';
import { Filters } from '@/ui/Filters';
import { LoadMore } from '@/ui/LoadMore';
import { Lead, Page, PageHead, Stack } from '@/ui/Page';
import { PageHeading } from '@/ui/PageHeading';
import { Soft, TableBox } from '@/ui/Panel';
import { Tag } from '@/ui/Tag';
import styles from './Administration.module.css';
import { RoleDialog } from './RoleDialog';
import { SuspensionDialog } from './SuspensionDialog';
import { PeopleDocument, type PersonListedFragment } from './administration.gql';
import type { PeopleSearch } from './search';

export function PeoplePage({ search }: { search: PeopleSearch }) {
  const { staffRole } = useViewer();
  if (staffRole !== 'ADMINISTRATOR') {
    return (
      <StaffForbidden>
        <Trans>Danh sách người dùng và vai trò chỉ quản trị viên của Liên minh xem được. Quản trị viên khác cấp được quyền này.</Trans>
      </StaffForbidden>
    );
  }
  return <People search={search} />;
}

function filterOf(search: PeopleSearch): PersonFilter {
  const role = search['vai-tro'];
  const state = search['trang-thai'];
  return {
    query: search.q ?? null,
    role: role && role !== 'co' && role !== 'khong' ? role : null,
    staff: role === 'co' ? true : role === 'khong' ? false : null,
    suspended: state ? state === 'dinh-chi' : null,
  };
}

function People({ search }: { search: PeopleSearch }) {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const filter = filterOf(search);
  const listed = JSON.stringify(filter);
  const [cursor, setCursor] = useState<{ list: string; at: string | null } | null>(null);
  const after = cursor?.list === listed ? cursor.at : null;
  const [result, retry] = useQuery({ query: PeopleDocument, variables: { filter, after }, requestPolicy: 'cache-and-network' });
  const [asking, setAsking] = useState<{ about: PersonListedFragment; what: 'role' | 'suspension' } | null>(null);
  const close = () => setAsking(null);
  return (
    <Page>
      <PageHead>
        <PageHeading title={t`Người dùng và vai trò`}>
          <Trans>Người dùng và vai trò</Trans>
        </PageHeading>
        <Lead>
          <Trans>Ai có tài khoản, ai làm việc cho Liên minh và làm gì. Mọi thay đổi cần lý do, và nằm trong nhật ký.</Trans>
        </Lead>
      </PageHead>
      <Stack>
        <Filters
          label={t`Tìm người dùng`}
          values={search}
          onSearch={(next) => void navigate({ to: '/quan-tri/nguoi-dung', search: next as PeopleSearch, replace: true })}
          keyword={<TextField id="q" name="q" type="search" label={<Trans>Tên hoặc thư điện tử</Trans>} defaultValue={search.q} />}
        >
          <SelectField id="vai-tro" name="vai-tro" label={<Trans>Vai trò</Trans>} defaultValue={search['vai-tro']}>
            <option value="">{t`Tất cả`}</option>
            <option value="co">{t`Có vai trò bất kỳ`}</option>
            {valuesOf(staffRoleLabels).map((role) => (
              <option key={role} value={role}>
                {i18n._(staffRoleLabels[role])}
              </option>
            ))}
            <option value="khong">{t`Không có vai trò`}</option>
          </SelectField>
          <SelectField id="trang-thai" name="trang-thai" label={<Trans>Trạng thái</Trans>} defaultValue={search['trang-thai']}>
            <option value="">{t`Tất cả`}</option>
            <option value="dang-dung">{t`Đang hoạt động`}</option>
            <option value="dinh-chi">{t`Bị đình chỉ`}</option>
          </SelectField>
        </Filters>
        <Answer result={result} retry={retry}>
          {({ people }) =>
            people.nodes.length === 0 ? (
              <EmptyState title={<Trans>Không tìm thấy ai</Trans>}>
                <Trans>Hãy thử một phần tên hoặc địa chỉ, hoặc bỏ bớt bộ lọc.</Trans>
              </EmptyState>
            ) : (
              <>
                <TableBox label={t`Người dùng và vai trò`}>
                  <table className={styles['table']}>
                    <thead>
                      <tr>
                        <th scope="col">
                          <Trans>Người dùng</Trans>
                        </th>
                        <th scope="col">
                          <Trans>Tổ chức</Trans>
                        </th>
                        <th scope="col">
                          <Trans>Vai trò</Trans>
                        </th>
                        <th scope="col">
                          <Trans>Hoạt động</Trans>
                        </th>
                        <th scope="col">
                          <Trans>Thao tác</Trans>
                        </th>
                      </tr>
                    </thead>
                    <tbody>
                      {people.nodes.map((person) => (
                        <Row key={person.id} person={person} onAsk={(what) => setAsking({ about: person, what })} />
                      ))}
                    </tbody>
                  </table>
                </TableBox>
                <LoadMore
                  shown={people.nodes.length}
                  total={people.totalCount}
                  hasMore={people.pageInfo.hasNextPage}
                  busy={result.fetching}
                  onMore={() => setCursor({ list: listed, at: people.pageInfo.endCursor })}
                />
              </>
            )
          }
        </Answer>
      </Stack>
      {asking && <RoleDialog open={asking.what === 'role'} person={asking.about} onClose={close} />}
      {asking && <SuspensionDialog open={asking.what === 'suspension'} person={asking.about} onClose={close} />}
    </Page>
  );
}

function Row({ person, onAsk }: { person: PersonListedFragment; onAsk: (what: 'role' | 'suspension') => void }) {
  const { i18n } = useLingui();
  const viewer = useViewer();
  const name = <span className="visually-hidden">: {person.name}</span>;
  return (
    <tr>
      <th scope="row" className={styles['who']}>
        {person.name}
        <div className={styles['id']}>{person.email}</div>
      </th>
      <td className={styles['answer']}>
        {person.memberships.length === 0 ? (
          '–'
        ) : (
          <ul className={styles['bare']}>
            {person.memberships.map(({ id, role, status, organization }) => (
              <li key={id}>
                <Link to="/to-chuc/$id" params={{ id: organization.id }}>
                  {localized(organization.legalName).text}
                </Link>{' '}
                <span className={styles['id']}>{status === 'PENDING' ? <Trans>chờ chấp thuận</Trans> : i18n._(membershipRoleLabels[role])}</span>
              </li>
            ))}
          </ul>
        )}
      </td>
      <td>
        <div className={styles['tags']}>
          {person.staffRole ? <Tag tone="accent">{i18n._(staffRoleLabels[person.staffRole])}</Tag> : '–'}
          {person.secondFactor ? (
            <Tag tone="positive" icon="check">
              <Trans>Hai bước</Trans>
            </Tag>
          ) : (
            person.staffRole && (
              <Tag tone="warning" icon="warning">
                <Trans>Chưa có bước thứ hai</Trans>
              </Tag>
            )
          )}
          {person.suspendedAt && (
            <Tag tone="danger" icon="pause">
              <Trans>Bị đình chỉ từ {formatDate(person.suspendedAt)}</Trans>
            </Tag>
          )}
        </div>
      </td>
      <td className={styles['when']}>
        {person.lastSeenAt ? formatRelative(person.lastSeenAt) : <Trans>Chưa đăng nhập</Trans>}
        <div className={styles['id']}>
          <Trans>từ {formatDate(person.createdAt)}</Trans>
        </div>
      </td>
      <td>
        <div className={styles['actions']}>
          {person.id === viewer.id ? (
            <Soft>
              <Trans>Đây là bạn. Vai trò của bạn do quản trị viên khác đổi.</Trans>
            </Soft>
          ) : (
            <>
              {!person.suspendedAt && (
                <Button onClick={() => onAsk('role')}>
                  <Trans>Đổi vai trò{name}</Trans>
                </Button>
              )}
              <Button tone={person.suspendedAt ? 'secondary' : 'danger'} onClick={() => onAsk('suspension')}>
                {person.suspendedAt ? <Trans>Khôi phục{name}</Trans> : <Trans>Đình chỉ{name}</Trans>}
              </Button>
            </>
          )}
          <Link to="/quan-tri/nhat-ky" search={{ nguoi: person.id }}>
            <Trans>Nhật ký{name}</Trans>
          </Link>
        </div>
      </td>
    </tr>
  );
}
