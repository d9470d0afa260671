import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useQuery } from 'urql';
import { Answer } from '@/app/Answer';
import { useSession } from '@/app/SessionProvider';
import { DomainOptions, useCatalogue } from '@/features/catalogue';
import { languageCodes, languageName } from '@/i18n/languages';
import { Button, LinkButton } from '@/ui/Button';
import { CardGrid } from '@/ui/Card';
import { EmptyState } from '@/ui/EmptyState';
import { SelectField, TextField } from '@/ui/Field';
import { Filters } from '@/ui/Filters';
import { LoadMore } from '@/ui/LoadMore';
import { Lead, Page, PageHead, Stack } from '@/ui/Page';
import { PageHeading } from '@/ui/PageHeading';
import { Skeleton } from '@/ui/Skeleton';
import { ResearcherCard } from './ResearcherCard';
import { ResearchersDocument } from './researchers.gql';
import type { ResearcherSearch } from './search';

interface Props {
  search: ResearcherSearch;
  onSearch: (search: Record<string, string | undefined>) => void;
}

export function ResearchersPage({ search, onSearch }: Props) {
  const { t } = useLingui();
  const { viewer } = useSession();
  return (
    <Page>
      <PageHead>
        <PageHeading title={t`Chuyên gia`}>
          <Trans>Chuyên gia và nhà nghiên cứu</Trans>
        </PageHeading>
        <Lead>
          <Trans>Những người nhận lời đánh giá độc lập hoặc cùng làm dự án. Mỗi người tự viết và tự cho hiện hồ sơ của mình.</Trans>
        </Lead>
        {viewer && (
          <div className="no-print">
            <LinkButton to="/ho-so-chuyen-gia">
              <Trans>Hồ sơ chuyên gia của tôi</Trans>
            </LinkButton>
          </div>
        )}
      </PageHead>
      <Stack>
        <ResearcherFilters search={search} onSearch={onSearch} />
        <List key={JSON.stringify(search)} search={search} onReset={() => onSearch({})} />
      </Stack>
    </Page>
  );
}

function ResearcherFilters({ search, onSearch }: Props) {
  const { t } = useLingui();
  const catalogue = useCatalogue();
  // A select is drawn anew when its options arrive, or it would not show the one in the address.
  const ready = catalogue.domains.length > 0;
  return (
    <Filters
      label={t`Tìm chuyên gia`}
      values={search}
      onSearch={onSearch}
      keyword={
        <TextField id="q" name="q" type="search" label={<Trans>Tên, chuyên môn, nơi công tác</Trans>} hint={<Trans>Không dấu cũng được. Ví dụ: nuoc thai</Trans>} defaultValue={search.q} />
      }
    >
      <SelectField key={`linh-vuc ${ready}`} id="linh-vuc" name="linh-vuc" label={<Trans>Lĩnh vực</Trans>} defaultValue={search['linh-vuc']}>
        <option value="">{t`Mọi lĩnh vực`}</option>
        <DomainOptions of={catalogue} />
      </SelectField>
      <SelectField id="san-sang" name="san-sang" label={<Trans>Nhận lời</Trans>} defaultValue={search['san-sang']}>
        <option value="">{t`Bất kỳ việc gì`}</option>
        <option value="danh-gia">{t`Đánh giá độc lập`}</option>
        <option value="lien-danh">{t`Vào liên danh`}</option>
      </SelectField>
      <SelectField id="ngon-ngu" name="ngon-ngu" label={<Trans>Ngôn ngữ</Trans>} defaultValue={search['ngon-ngu']}>
        <option value="">{t`Mọi ngôn ngữ`}</option>
        {languageCodes.map((code) => (
          <option key={code} value={code}>
            {languageName(code)}
          </option>
        ))}
      </SelectField>
    </Filters>
  );
}

function List({ search, onReset }: { search: ResearcherSearch; onReset: () => void }) {
  const [after, setAfter] = useState<string | null>(null);
  const language = languageCodes.find((code) => code === search['ngon-ngu']);
  const [result, retry] = useQuery({
    query: ResearchersDocument,
    variables: {
      filter: {
        query: search.q ?? null,
        domains: search['linh-vuc'] ? [search['linh-vuc']] : null,
        languages: language ? [language] : null,
        evaluator: search['san-sang'] === 'danh-gia' || null,
        consortiumPartner: search['san-sang'] === 'lien-danh' || null,
      },
      after,
    },
    requestPolicy: 'cache-and-network',
  });
  return (
    <Answer result={result} retry={retry} skeleton={<Skeleton blocks={['14rem', '14rem']} />}>
      {({ researchers }) =>
        researchers.totalCount === 0 ? (
          <EmptyState
            title={<Trans>Chưa có chuyên gia nào như vậy</Trans>}
            action={
              <Button onClick={onReset}>
                <Trans>Xem tất cả chuyên gia</Trans>
              </Button>
            }
          >
            <Trans>Hãy thử từ ngắn hơn, gõ không dấu cũng được, hoặc bỏ bớt điều kiện lọc.</Trans>
          </EmptyState>
        ) : (
          <>
            <CardGrid>
              {researchers.nodes.map((researcher) => (
                <li key={researcher.id}>
                  <ResearcherCard researcher={researcher} />
                </li>
              ))}
            </CardGrid>
            <LoadMore
              shown={researchers.nodes.length}
              total={researchers.totalCount}
              hasMore={researchers.pageInfo.hasNextPage}
              busy={result.fetching}
              onMore={() => setAfter(researchers.pageInfo.endCursor)}
            />
          </>
        )
      }
    </Answer>
  );
}
