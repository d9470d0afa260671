import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useQuery } from 'urql';
import { Answer } from '@/app/Answer';
import { DomainOptions, PlaceOptions, useCatalogue } from '@/features/catalogue';
import type { OrganizationKind } from '@/graphql-types';
import { organizationKindLabels, valuesOf } from '@/i18n/labels';
import { Button } from '@/ui/Button';
import { CardGrid } from '@/ui/Card';
import { EmptyState } from '@/ui/EmptyState';
import { SelectField, TextField } from '@/ui/Field';
import { Filters } from '@/ui/Filters';
import { LoadMore } from '@/ui/LoadMore';
import { Lead, Page, PageHead, Stack } from '@/ui/Page';
import { PageHeading } from '@/ui/PageHeading';
import { Skeleton } from '@/ui/Skeleton';
import { OrganizationCard } from './OrganizationCard';
import { OrganizationsDocument } from './organizations.gql';
import type { OrganizationSearch } from './search';

function isKind(text: string | undefined): text is OrganizationKind {
  return text !== undefined && text in organizationKindLabels;
}

interface Props {
  search: OrganizationSearch;
  onSearch: (search: Record<string, string | undefined>) => void;
}

export function OrganizationsPage({ search, onSearch }: Props) {
  const { t } = useLingui();
  return (
    <Page>
      <PageHead>
        <PageHeading title={t`Tổ chức`}>
          <Trans>Các tổ chức tham gia</Trans>
        </PageHeading>
        <Lead>
          <Trans>Chính quyền, doanh nghiệp, trường, viện và tổ chức quốc tế. Dấu “Đã xác thực” nghĩa là Liên minh đã kiểm tra tên pháp lý và mã số.</Trans>
        </Lead>
      </PageHead>
      <Stack>
        <OrganizationFilters search={search} onSearch={onSearch} />
        <OrganizationList key={JSON.stringify(search)} search={search} onReset={() => onSearch({})} />
      </Stack>
    </Page>
  );
}

function OrganizationFilters({ search, onSearch }: Props) {
  const { t, i18n } = useLingui();
  const catalogue = useCatalogue();
  // A select is drawn anew when its options arrive, or it would not show the one in the address.
  const ready = catalogue.places.length > 0;
  return (
    <Filters
      label={t`Tìm tổ chức`}
      values={search}
      onSearch={onSearch}
      keyword={<TextField id="q" name="q" type="search" label={<Trans>Tên tổ chức</Trans>} defaultValue={search.q} />}
    >
      <SelectField id="loai" name="loai" label={<Trans>Loại tổ chức</Trans>} defaultValue={search.loai}>
        <option value="">{t`Mọi loại`}</option>
        {valuesOf(organizationKindLabels).map((kind) => (
          <option key={kind} value={kind}>
            {i18n._(organizationKindLabels[kind])}
          </option>
        ))}
      </SelectField>
      <SelectField key={`tinh ${ready}`} id="tinh" name="tinh" label={<Trans>Tỉnh, thành phố</Trans>} defaultValue={search.tinh}>
        <option value="">{t`Cả nước`}</option>
        <PlaceOptions of={catalogue} />
      </SelectField>
      <SelectField key={`linh-vuc ${ready}`} id="linh-vuc" name="linh-vuc" label={<Trans>Lĩnh vực</Trans>} defaultValue={search['linh-vuc']}>
        <option value="">{t`Mọi lĩnh vực`}</option>
        <DomainOptions of={catalogue} />
      </SelectField>
      <SelectField id="dau" name="dau" label={<Trans>Dấu của Liên minh</Trans>} defaultValue={search.dau}>
        <option value="">{t`Có hoặc không`}</option>
        <option value="xac-thuc">{t`Đã xác thực`}</option>
        <option value="lien-minh">{t`Thành viên Liên minh`}</option>
      </SelectField>
    </Filters>
  );
}

function OrganizationList({ search, onReset }: { search: OrganizationSearch; onReset: () => void }) {
  const [after, setAfter] = useState<string | null>(null);
  const [result, retry] = useQuery({
    query: OrganizationsDocument,
    variables: {
      filter: {
        query: search.q ?? null,
        kinds: isKind(search.loai) ? [search.loai] : null,
        placeId: search.tinh ?? null,
        domains: search['linh-vuc'] ? [search['linh-vuc']] : null,
        verified: search.dau === 'xac-thuc' || null,
        allianceMember: search.dau === 'lien-minh' || null,
      },
      after,
    },
    requestPolicy: 'cache-and-network',
  });
  return (
    <Answer result={result} retry={retry} skeleton={<Skeleton blocks={['14rem', '14rem']} />}>
      {({ organizations }) =>
        organizations.totalCount === 0 ? (
          <EmptyState
            title={<Trans>Chưa có tổ chức nào như vậy</Trans>}
            action={
              <Button onClick={onReset}>
                <Trans>Xem tất cả tổ chức</Trans>
              </Button>
            }
          >
            <Trans>Hãy thử tên ngắn hơn, gõ không dấu cũng được, hoặc bỏ bớt điều kiện lọc.</Trans>
          </EmptyState>
        ) : (
          <>
            <CardGrid>
              {organizations.nodes.map((organization) => (
                <li key={organization.id}>
                  <OrganizationCard organization={organization} />
                </li>
              ))}
            </CardGrid>
            <LoadMore
              shown={organizations.nodes.length}
              total={organizations.totalCount}
              hasMore={organizations.pageInfo.hasNextPage}
              busy={result.fetching}
              onMore={() => setAfter(organizations.pageInfo.endCursor)}
            />
          </>
        )
      }
    </Answer>
  );
}
