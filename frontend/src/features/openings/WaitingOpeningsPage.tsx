import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { Answer } from '@/app/Answer';
import { useSession } from '@/app/SessionProvider';
import { localized } from '@/i18n/bilingual';
import { formatDateTime } from '@/i18n/format';
import { EmptyState } from '@/ui/EmptyState';
import { Forbidden } from '@/ui/Forbidden';
import { Lead, Page, PageHead, Stack } from '@/ui/Page';
import { PageHeading } from '@/ui/PageHeading';
import { Skeleton } from '@/ui/Skeleton';
import { OpeningPanel } from './OpeningPanel';
import { WaitingOpeningsDocument } from './openings.gql';

/** For the alliance: proposals whose deadline has passed and that wait to be opened. */
export function WaitingOpeningsPage() {
  const { t } = useLingui();
  const { viewer } = useSession();
  const opens = viewer?.staffRole === 'MODERATOR' || viewer?.staffRole === 'ADMINISTRATOR';
  const [result, retry] = useQuery({ query: WaitingOpeningsDocument, requestPolicy: 'cache-and-network', pause: !opens });
  if (!opens) {
    return (
      <Forbidden>
        <Trans>Việc mở đề xuất cho Liên minh do điều phối viên và quản trị viên làm.</Trans>
      </Forbidden>
    );
  }
  return (
    <Page>
      <PageHead>
        <PageHeading title={t`Chờ mở đề xuất`}>
          <Trans>Chờ mở đề xuất</Trans>
        </PageHeading>
        <Lead>
          <Trans>Các nhu cầu đã hết hạn tiếp nhận. Người của Liên minh mở cùng bên có nhu cầu; nội dung đề xuất chỉ bên có nhu cầu đọc được.</Trans>
        </Lead>
      </PageHead>
      <Answer result={result} retry={retry} skeleton={<Skeleton blocks={['14rem', '14rem']} />}>
        {({ waitingOpenings }) =>
          waitingOpenings.length === 0 ? (
            <EmptyState title={<Trans>Không có đề xuất nào chờ mở</Trans>}>
              <Trans>Khi một nhu cầu có đề xuất hết hạn tiếp nhận, bạn nhận thư điện tử và thấy nhu cầu ở đây.</Trans>
            </EmptyState>
          ) : (
            <Stack>
              {waitingOpenings.map(({ need, ...opening }) => {
                const title = localized(need.title);
                return (
                  <article key={opening.id}>
                    <Stack>
                      <div>
                        <h2 lang={title.lang}>
                          <Link to="/nhu-cau/$id" params={{ id: need.id }}>
                            {title.text}
                          </Link>
                        </h2>
                        <p>
                          {localized(need.organization.legalName).text} · <Trans>hết hạn {formatDateTime(opening.closedAt)}</Trans>
                        </p>
                      </div>
                      <OpeningPanel needId={need.id} opening={opening} onOpened={() => retry({ requestPolicy: 'network-only' })} />
                    </Stack>
                  </article>
                );
              })}
            </Stack>
          )
        }
      </Answer>
    </Page>
  );
}
