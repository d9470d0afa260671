import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useQuery } from 'urql';
import { Answer } from '@/app/Answer';
import { DomainOptions, PlaceOptions, useCatalogue } from '@/features/catalogue';
import { Button } from '@/ui/Button';
import { CardGrid } from '@/ui/Card';
import { EmptyState } from '@/ui/EmptyState';
import { SelectField, TextField } from '@/ui/Field';
import { Filters } from '@/ui/Filters';
import { LoadMore } from '@/ui/LoadMore';
import { Lead, Page, PageHead, Stack } from '@/ui/Page';
import { PageHeading } from '@/ui/PageHeading';
import { Skeleton } from '@/ui/Skeleton';
import { OfferCard } from './OfferCard';
import { OffersDocument } from './offers.gql';
import type { OfferSearch } from './search';

interface Props {
  search: OfferSearch;
  onSearch: (search: Record<string, string | undefined>) => void;
}

export function OffersPage({ search, onSearch }: Props) {
  const { t } = useLingui();
  return (
    <Page>
      <PageHead>
        <PageHeading title={t`Giải pháp`}>
          <Trans>Giải pháp của doanh nghiệp và nhà khoa học</Trans>
        </PageHeading>
        <Lead>
          <Trans>Những gì các thành viên đã làm được và sẵn sàng triển khai cho địa phương.</Trans>
        </Lead>
      </PageHead>
      <Stack>
        <OfferFilters search={search} onSearch={onSearch} />
        <OfferList key={JSON.stringify(search)} search={search} onReset={() => onSearch({})} />
      </Stack>
    </Page>
  );
}

function OfferFilters({ search, onSearch }: Props) {
  const { t } = useLingui();
  const catalogue = useCatalogue();
  // A select is drawn anew when its options arrive, or it would not show the one in the address.
  const ready = catalogue.places.length > 0;
  return (
    <Filters
      label={t`Tìm giải pháp`}
      values={search}
      onSearch={onSearch}
      keyword={<TextField id="q" name="q" type="search" label={<Trans>Từ khóa</Trans>} defaultValue={search.q} />}
    >
      <SelectField key={`tinh ${ready}`} id="tinh" name="tinh" label={<Trans>Triển khai được tại</Trans>} defaultValue={search.tinh}>
        <option value="">{t`Cả nước`}</option>
        <PlaceOptions of={catalogue} />
      </SelectField>
      <SelectField key={`linhVuc ${ready}`} id="linhVuc" name="linhVuc" label={<Trans>Lĩnh vực</Trans>} defaultValue={search.linhVuc}>
        <option value="">{t`Mọi lĩnh vực`}</option>
        <DomainOptions of={catalogue} />
      </SelectField>
    </Filters>
  );
}

function OfferList({ search, onReset }: { search: OfferSearch; onReset: () => void }) {
  const [after, setAfter] = useState<string | null>(null);
  const [result, retry] = useQuery({
    query: OffersDocument,
    variables: {
      filter: { query: search.q ?? null, placeId: search.tinh ?? null, domain: search.linhVuc ?? null },
      after,
    },
  });
  return (
    <Answer result={result} retry={retry} skeleton={<Skeleton blocks={['18rem', '18rem']} />}>
      {({ offers }) =>
        offers.totalCount === 0 ? (
          <EmptyState
            title={<Trans>Chưa có giải pháp nào như vậy</Trans>}
            action={
              <Button onClick={onReset}>
                <Trans>Xem tất cả giải pháp</Trans>
              </Button>
            }
          >
            <Trans>Hãy thử từ khóa ngắn hơn, gõ không dấu cũng được, hoặc bỏ bớt điều kiện lọc.</Trans>
          </EmptyState>
        ) : (
          <>
            <CardGrid>
              {offers.nodes.map((offer) => (
                <li key={offer.id}>
                  <OfferCard offer={offer} />
                </li>
              ))}
            </CardGrid>
            <LoadMore
              shown={offers.nodes.length}
              total={offers.totalCount}
              hasMore={offers.pageInfo.hasNextPage}
              busy={result.fetching}
              onMore={() => setAfter(offers.pageInfo.endCursor)}
            />
          </>
        )
      }
    </Answer>
  );
}
