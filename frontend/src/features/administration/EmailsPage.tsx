import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { Answer } from '@/app/Answer';
import { useViewer } from '@/app/SessionProvider';
import { StaffForbidden } from '@/features/account';
import { appError, describe } from '@/app/errors';
import type { EmailStatus } from '@/graphql-types';
import { formatDateTime } from '@/i18n/format';
import { localeLabels } from '@/i18n/accountLabels';
import { valuesOf } from '@/i18n/labels';
import { emailStatusLabels } from '@/i18n/workLabels';
import { announce } from '@/ui/Announcer';
import { Button } from '@/ui/Button';
import { EmptyState } from '@/ui/EmptyState';
import { SelectField } from '@/ui/Field';
import { LoadMore } from '@/ui/LoadMore';
import { Lead, Page, PageHead, Stack } from '@/ui/Page';
import { PageHeading } from '@/ui/PageHeading';
import { Row, TableBox } from '@/ui/Panel';
import { EmailStatusTag } from '@/ui/WorkStatusTag';
import styles from './Administration.module.css';
import { OutgoingEmailsDocument, RetryEmailDocument } from './administration.gql';

export function EmailsPage({ status }: { status: EmailStatus | undefined }) {
  const { staffRole } = useViewer();
  if (staffRole !== 'ADMINISTRATOR') {
    return (
      <StaffForbidden>
        <Trans>Thư đã gửi chỉ quản trị viên của Liên minh xem được, vì có địa chỉ người nhận. Quản trị viên khác cấp được quyền này.</Trans>
      </StaffForbidden>
    );
  }
  return <Emails status={status} />;
}

function Emails({ status }: { status: EmailStatus | undefined }) {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const [after, setAfter] = useState<string | null>(null);
  const [result, retry] = useQuery({ query: OutgoingEmailsDocument, variables: { status: status ?? null, after }, requestPolicy: 'cache-and-network' });
  const [sending, send] = useMutation(RetryEmailDocument);
  return (
    <Page>
      <PageHead>
        <PageHeading title={t`Thư đã gửi`}>
          <Trans>Thư đã gửi</Trans>
        </PageHeading>
        <Lead>
          <Trans>Thư điện tử của hệ thống, trạng thái và câu trả lời của máy chủ thư. Thư không gửi được nằm ở đây cho đến khi được gửi lại.</Trans>
        </Lead>
      </PageHead>
      <Stack>
        <Row>
          <SelectField
            label={<Trans>Trạng thái</Trans>}
            value={status ?? ''}
            onChange={(event) => {
              setAfter(null);
              void navigate({ to: '/quan-tri/email', search: { 'trang-thai': (event.target.value || undefined) as EmailStatus | undefined }, replace: true });
            }}
          >
            <option value="">{t`Tất cả`}</option>
            {valuesOf(emailStatusLabels).map((value) => (
              <option key={value} value={value}>
                {i18n._(emailStatusLabels[value])}
              </option>
            ))}
          </SelectField>
        </Row>
        {sending.error && <p role="alert">{describe(appError(sending.error), i18n)}</p>}
        <Answer result={result} retry={retry}>
          {({ emails }) =>
            emails.nodes.length === 0 ? (
              <EmptyState title={<Trans>Không có thư nào</Trans>}>
                <Trans>Mỗi bước mà người khác chờ đợi đều gửi một thư; thư sẽ hiện ở đây ngay khi được xếp hàng.</Trans>
              </EmptyState>
            ) : (
              <>
                <TableBox label={t`Thư đã gửi`}>
                  <table className={styles['table']}>
                    <thead>
                      <tr>
                        <th scope="col">
                          <Trans>Tiêu đề</Trans>
                        </th>
                        <th scope="col">
                          <Trans>Người nhận</Trans>
                        </th>
                        <th scope="col">
                          <Trans>Trạng thái</Trans>
                        </th>
                        <th scope="col">
                          <Trans>Lúc</Trans>
                        </th>
                        <th scope="col">
                          <Trans>Máy chủ trả lời</Trans>
                        </th>
                      </tr>
                    </thead>
                    <tbody>
                      {emails.nodes.map((email) => (
                        <tr key={email.id}>
                          <th scope="row" className={styles['subject']} lang={email.locale === 'VI' ? 'vi' : 'en'}>
                            {email.subject}
                            <div className={styles['id']}>{email.messageId}</div>
                          </th>
                          <td>
                            {email.toAddress}
                            <div className={styles['id']}>{i18n._(localeLabels[email.locale])}</div>
                          </td>
                          <td className={styles['when']}>
                            <EmailStatusTag status={email.status} />
                          </td>
                          <td className={styles['when']}>{formatDateTime(email.sentAt ?? email.createdAt)}</td>
                          <td className={styles['answer']}>
                            {email.lastAnswer ?? '–'} <Trans>({email.attempts} lần thử)</Trans>
                            {email.status === 'DEAD' && (
                              <Row>
                                <Button
                                  busy={sending.fetching}
                                  onClick={async () => {
                                    const { data } = await send({ input: { emailId: email.id } });
                                    if (data) announce(t`Đã xếp hàng gửi lại`);
                                  }}
                                >
                                  <Trans>Gửi lại</Trans>
                                </Button>
                              </Row>
                            )}
                          </td>
                        </tr>
                      ))}
                    </tbody>
                  </table>
                </TableBox>
                <LoadMore
                  shown={emails.nodes.length}
                  total={emails.totalCount}
                  hasMore={emails.pageInfo.hasNextPage}
                  busy={result.fetching}
                  onMore={() => setAfter(emails.pageInfo.endCursor)}
                />
              </>
            )
          }
        </Answer>
      </Stack>
    </Page>
  );
}
