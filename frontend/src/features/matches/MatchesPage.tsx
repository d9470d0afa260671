import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { Answer } from '@/app/Answer';
import type { MatchStatus } from '@/graphql-types';
import { localized } from '@/i18n/bilingual';
import { formatRelative } from '@/i18n/format';
import { valuesOf } from '@/i18n/labels';
import { matchStatusLabels } from '@/i18n/workLabels';
import { locale } from '@/i18n/locale';
import { BilingualText } from '@/ui/BilingualText';
import { LinkButton } from '@/ui/Button';
import { EmptyState } from '@/ui/EmptyState';
import { SelectField } from '@/ui/Field';
import { LoadMore } from '@/ui/LoadMore';
import { Lead, Page, PageHead, Stack } from '@/ui/Page';
import { PageHeading } from '@/ui/PageHeading';
import { Panel, Row, Soft } from '@/ui/Panel';
import { MatchStatusTag } from '@/ui/WorkStatusTag';
import { Tag } from '@/ui/Tag';
import { Score, strongestFirst } from './FactorChart';
import { MyMatchesDocument, type MatchCardFragment } from './matches.gql';

interface Props {
  status: MatchStatus | undefined;
  needId: string | undefined;
  offerId: string | undefined;
}

export function MatchesPage({ status, needId, offerId }: Props) {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const [after, setAfter] = useState<string | null>(null);
  const [result, retry] = useQuery({
    query: MyMatchesDocument,
    variables: { needId: needId ?? null, offerId: offerId ?? null, statuses: status ? [status] : null, after },
    requestPolicy: 'cache-and-network',
  });
  const filtered = Boolean(status || needId || offerId);
  return (
    <Page>
      <PageHead>
        <PageHeading title={t`Gợi ý kết nối`}>
          <Trans>Gợi ý kết nối</Trans>
        </PageHeading>
        <Lead>
          <Trans>Hệ thống so từng nhu cầu với từng giải pháp và nói rõ vì sao phù hợp. Liên minh giới thiệu; hai bên cùng đồng ý thì thấy đầu mối của nhau.</Trans>
        </Lead>
      </PageHead>
      <Stack>
        <Row>
          <SelectField
            label={<Trans>Trạng thái</Trans>}
            value={status ?? ''}
            onChange={(event) => {
              setAfter(null);
              void navigate({
                to: '/goi-y',
                search: (before) => ({ ...before, 'trang-thai': (event.target.value || undefined) as MatchStatus | undefined }),
                replace: true,
              });
            }}
          >
            <option value="">{t`Tất cả`}</option>
            {valuesOf(matchStatusLabels).map((value) => (
              <option key={value} value={value}>
                {i18n._(matchStatusLabels[value])}
              </option>
            ))}
          </SelectField>
          {(needId || offerId) && (
            <LinkButton to="/goi-y" search={{}}>
              <Trans>Xem gợi ý của mọi tin đăng</Trans>
            </LinkButton>
          )}
        </Row>
        <Answer result={result} retry={retry}>
          {({ matches }) =>
            matches.nodes.length === 0 ? (
              <EmptyState
                title={filtered ? <Trans>Không có gợi ý nào như vậy</Trans> : <Trans>Chưa có gợi ý nào</Trans>}
                action={
                  filtered ? (
                    <LinkButton to="/goi-y" search={{}}>
                      <Trans>Bỏ bộ lọc</Trans>
                    </LinkButton>
                  ) : (
                    <LinkButton to="/ban-lam-viec">
                      <Trans>Về bàn làm việc</Trans>
                    </LinkButton>
                  )
                }
              >
                <Trans>Gợi ý xuất hiện sau khi nhu cầu hoặc giải pháp của bạn được duyệt và có bên phù hợp.</Trans>
              </EmptyState>
            ) : (
              <>
                {grouped(matches.nodes).map((group) => (
                  <section key={group.key} aria-labelledby={group.key}>
                    <Stack>
                      <div>
                        <Soft>{group.side === 'NEED' ? <Trans>Nhu cầu của bạn</Trans> : <Trans>Giải pháp của bạn</Trans>}</Soft>
                        <h2 id={group.key}>
                          <BilingualText value={group.title} />
                        </h2>
                      </div>
                      {group.matches.map((match) => (
                        <MatchRow key={match.id} match={match} side={group.side} />
                      ))}
                    </Stack>
                  </section>
                ))}
                <LoadMore
                  shown={matches.nodes.length}
                  total={matches.totalCount}
                  hasMore={matches.pageInfo.hasNextPage}
                  busy={result.fetching}
                  onMore={() => setAfter(matches.pageInfo.endCursor)}
                />
              </>
            )
          }
        </Answer>
      </Stack>
    </Page>
  );
}

interface Group {
  key: string;
  side: 'NEED' | 'OFFER';
  title: MatchCardFragment['need']['title'];
  matches: MatchCardFragment[];
}

/** By the reader's own posting; the order of the answer, best first, stays. */
function grouped(matches: MatchCardFragment[]): Group[] {
  const groups = new Map<string, Group>();
  for (const match of matches) {
    const side = match.viewerSides.includes('NEED') ? 'NEED' : 'OFFER';
    const own = side === 'NEED' ? match.need : match.offer;
    const group = groups.get(own.id) ?? { key: own.id, side, title: own.title, matches: [] };
    group.matches.push(match);
    groups.set(own.id, group);
  }
  return [...groups.values()];
}

/** The two strongest reasons stand on the card: why comes before how much. */
export function MatchRow({ match, side }: { match: MatchCardFragment; side: 'NEED' | 'OFFER' }) {
  const { t } = useLingui();
  const other = side === 'NEED' ? match.offer : match.need;
  const reasons = strongestFirst(match.factors)
    .filter(({ value }) => value >= 0.5)
    .slice(0, 2)
    .map((factor) => (locale === 'vi' ? factor.reasonVi : factor.reasonEn));
  const waiting = match.viewerCan.includes('ACCEPT');
  return (
    <Panel>
      <Row>
        <Score score={match.score} />
        <div style={{ flex: '1 1 14rem', minWidth: 0 }}>
          <h3>
            <Link to="/ket-noi/$id" params={{ id: match.id }}>
              <BilingualText value={other.title} />
            </Link>
          </h3>
          <Soft>
            {localized(other.organization.legalName).text} · {formatRelative(match.updatedAt)}
          </Soft>
        </div>
        {waiting && (
          <Tag tone="warning" icon="clock">
            {t`Chờ bạn trả lời`}
          </Tag>
        )}
        <MatchStatusTag status={match.status} />
      </Row>
      {reasons.length > 0 && (
        <ul>
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
