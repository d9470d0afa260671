import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { Answer } from '@/app/Answer';
import { NotFoundPage } from '@/app/NotFoundPage';
import { isAbsent } from '@/app/errors';
import { localized } from '@/i18n/bilingual';
import { formatDateTime } from '@/i18n/format';
import { openerRoleLabels } from '@/i18n/workLabels';
import { Button } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { Lead, Page, PageHead, Section, Stack } from '@/ui/Page';
import { PageHeading } from '@/ui/PageHeading';
import { TableBox } from '@/ui/Panel';
import { Skeleton } from '@/ui/Skeleton';
import { Fact, SummaryList } from '@/ui/SummaryList';
import { OpeningRecordDocument } from './openings.gql';

/** The public record of an opening: how many, whose, when, and by whom in which role. */
export function OpeningRecordPage({ needId }: { needId: string }) {
  const { t, i18n } = useLingui();
  const [result, retry] = useQuery({ query: OpeningRecordDocument, variables: { needId } });
  if (isAbsent(result) || result.data?.openingRecord === null) return <NotFoundPage />;
  return (
    <Page>
      <Answer result={result} retry={retry} skeleton={<Skeleton blocks={['2.75rem', '8rem', '16rem']} />}>
        {({ openingRecord: record }) => {
          if (!record) return null;
          const title = localized(record.need.title);
          return (
            <>
              <PageHead>
                <PageHeading title={t`Biên bản mở đề xuất`}>
                  <Trans>Biên bản mở đề xuất</Trans>
                </PageHeading>
                <Lead lang={title.lang}>
                  <Link to="/nhu-cau/$id" params={{ id: record.need.id }}>
                    {title.text}
                  </Link>
                </Lead>
              </PageHead>
              <Stack>
                <SummaryList>
                  <Fact name={<Trans>Bên có nhu cầu</Trans>}>{localized(record.need.organization.legalName).text}</Fact>
                  <Fact name={<Trans>Hết hạn tiếp nhận</Trans>}>{formatDateTime(record.closedAt)}</Fact>
                  <Fact name={<Trans>Mở lúc</Trans>}>{formatDateTime(record.openedAt)}</Fact>
                  <Fact name={<Trans>Số đề xuất</Trans>}>{record.count}</Fact>
                  {record.acts.map(({ role, at }) => (
                    <Fact key={role} name={i18n._(openerRoleLabels[role])}>
                      <Trans>mở lúc {formatDateTime(at)}</Trans>
                    </Fact>
                  ))}
                </SummaryList>
                {record.count === 0 ? (
                  <p>
                    <Trans>Không có đề xuất nào được nộp, nên không có gì phải mở.</Trans>
                  </p>
                ) : (
                  <Section title={<Trans>Các đề xuất</Trans>}>
                    <TableBox label={t`Các đề xuất được mở`}>
                      <table>
                        <thead>
                          <tr>
                            <th scope="col">
                              <Trans>Bên nộp</Trans>
                            </th>
                            <th scope="col">
                              <Trans>Nộp lúc</Trans>
                            </th>
                            <th scope="col">
                              <Trans>Mã biên nhận (SHA-256)</Trans>
                            </th>
                          </tr>
                        </thead>
                        <tbody>
                          {record.proposals.map(({ proposalId, bidder, submittedAt, receipt }) => {
                            const name = localized(bidder);
                            return (
                              <tr key={proposalId}>
                                <th scope="row" lang={name.lang}>
                                  {name.text}
                                </th>
                                <td>{submittedAt ? formatDateTime(submittedAt) : '–'}</td>
                                <td style={{ overflowWrap: 'anywhere' }}>
                                  <code>{receipt ?? '–'}</code>
                                </td>
                              </tr>
                            );
                          })}
                        </tbody>
                      </table>
                    </TableBox>
                    <p>
                      <Trans>Mã biên nhận là mã băm của nội dung đã nộp: các bên đối chiếu được nội dung mở ra với nội dung đã nộp. Nội dung đề xuất không nằm trong biên bản.</Trans>
                    </p>
                  </Section>
                )}
                <div className="no-print">
                  <Button onClick={() => window.print()}>
                    <Icon name="print" />
                    <Trans>In biên bản</Trans>
                  </Button>
                </div>
              </Stack>
            </>
          );
        }}
      </Answer>
    </Page>
  );
}
