import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useQuery } from 'urql';
import { Answer } from '@/app/Answer';
import { Button } from '@/ui/Button';
import { CardGrid } from '@/ui/Card';
import { EmptyState } from '@/ui/EmptyState';
import { LoadMore } from '@/ui/LoadMore';
import { Lead, Page, PageHead, Stack } from '@/ui/Page';
import { PageHeading } from '@/ui/PageHeading';
import { Skeleton } from '@/ui/Skeleton';
import { NeedCard } from './NeedCard';
import { NeedFilters } from './NeedFilters';
import { NeedsDocument } from './needs.gql';
import type { NeedSearch } from './search';

interface Props {
  search: NeedSearch;
  onSearch: (search: Record<string, string | undefined>) => void;
}

export function NeedsPage({ search, onSearch }: Props) {
  const { t } = useLingui();
  return (
    <Page>
      <PageHead>
        <PageHeading title={t`Nhu cầu`}>
          <Trans>Nhu cầu của địa phương</Trans>
        </PageHeading>
        <Lead>
          <Trans>Những bài toán đô thị thông minh mà chính quyền và các đơn vị công đang tìm người cùng giải.</Trans>
        </Lead>
      </PageHead>
      <Stack>
        <NeedFilters search={search} onSearch={onSearch} />
        <NeedList key={JSON.stringify(search)} search={search} onReset={() => onSearch({})} />
      </Stack>
    </Page>
  );
}

function NeedList({ search, onReset }: { search: NeedSearch; onReset: () => void }) {
  const [after, setAfter] = useState<string | null>(null);
  const [result, retry] = useQuery({
    query: NeedsDocument,
    variables: {
      filter: {
        query: search.q ?? null,
        placeId: search.tinh ?? null,
        domain: search.linhVuc ?? null,
        statuses: search.trangThai ? [search.trangThai] : null,
      },
      sort: search.sapXep ?? 'NEWEST',
      after,
    },
  });
  return (
    <Answer result={result} retry={retry} skeleton={<Skeleton blocks={['20rem', '20rem']} />}>
      {({ needs }) =>
        needs.totalCount === 0 ? (
          <EmptyState
            title={<Trans>Chưa có nhu cầu nào như vậy</Trans>}
            action={
              <Button onClick={onReset}>
                <Trans>Xem tất cả nhu cầu</Trans>
              </Button>
            }
          >
            <Trans>Hãy thử từ khóa ngắn hơn, gõ không dấu cũng được, hoặc bỏ bớt điều kiện lọc.</Trans>
          </EmptyState>
        ) : (
          <>
            <CardGrid>
              {needs.nodes.map((need) => (
                <li key={need.id}>
                  <NeedCard need={need} />
                </li>
              ))}
            </CardGrid>
            <LoadMore
              shown={needs.nodes.length}
              total={needs.totalCount}
              hasMore={needs.pageInfo.hasNextPage}
              busy={result.fetching}
              onMore={() => setAfter(needs.pageInfo.endCursor)}
            />
          </>
        )
      }
    </Answer>
  );
}
