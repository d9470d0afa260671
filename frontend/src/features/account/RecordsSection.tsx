import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useQuery } from 'urql';
import { Answer } from '@/app/Answer';
import { SubjectLink, actionLabel, subjectOf } from '@/features/records';
import { formatDateTime } from '@/i18n/format';
import { LoadMore } from '@/ui/LoadMore';
import { Soft } from '@/ui/Panel';
import { Tag } from '@/ui/Tag';
import { AccountRecordsDocument } from './account.gql';
import { AccountSection, Owned, OwnedList } from './parts';

/** What became of a report is told by letter: there is no page of it for whoever sent it. */
const leads = ({ action, subject }: { action: string; subject: string }) => subjectOf(subject) !== null && !subject.startsWith('user_') && !action.startsWith('report.');

/** What is on record about the reader: what she did, and what was done about her account. */
export function RecordsSection() {
  const { t, i18n } = useLingui();
  const [after, setAfter] = useState<string | null>(null);
  const [result, retry] = useQuery({ query: AccountRecordsDocument, variables: { after }, requestPolicy: 'cache-and-network' });
  const said = (action: string) => {
    const label = actionLabel(action);
    return label ? i18n._(label) : action;
  };
  return (
    <AccountSection id="nhat-ky" title={<Trans>Nhật ký của bạn</Trans>}>
      <p>
        <Trans>Việc bạn đã làm, và việc đã làm với tài khoản của bạn, mới nhất trước. Báo cáo vi phạm và khiếu nại của bạn cũng ở đây. Không ai sửa hay xóa được.</Trans>
      </p>
      <Answer result={result} retry={retry}>
        {({ viewer }) =>
          viewer?.records && (
            <>
              <OwnedList label={t`Nhật ký của bạn`}>
                {viewer.records.nodes.map((record) => (
                  <Owned
                    key={record.id}
                    name={
                      <>
                        {said(record.action)}
                        {!record.ownAct && (
                          <Tag tone="neutral">
                            <Trans>Không phải bạn</Trans>
                          </Tag>
                        )}
                      </>
                    }
                    actions={leads(record) ? <SubjectLink id={record.subject} /> : null}
                  >
                    <Soft>
                      {formatDateTime(record.at)}
                      {record.address && (
                        <>
                          {' '}
                          · <Trans>địa chỉ mạng {record.address}</Trans>
                        </>
                      )}
                    </Soft>
                  </Owned>
                ))}
              </OwnedList>
              <LoadMore
                shown={viewer.records.nodes.length}
                total={viewer.records.totalCount}
                hasMore={viewer.records.pageInfo.hasNextPage}
                busy={result.fetching}
                onMore={() => setAfter(viewer.records?.pageInfo.endCursor ?? null)}
              />
            </>
          )
        }
      </Answer>
    </AccountSection>
  );
}
