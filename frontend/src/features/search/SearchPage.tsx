import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, type FormEvent } from 'react';
import { useQuery } from 'urql';
import { Answer } from '@/app/Answer';
import { hasCode } from '@/app/errors';
import { formatNumber } from '@/i18n/format';
import { searchKindLabels } from '@/i18n/searchLabels';
import { valuesOf } from '@/i18n/labels';
import { Button } from '@/ui/Button';
import { EmptyState } from '@/ui/EmptyState';
import { TextField } from '@/ui/Field';
import { Page, PageHead } from '@/ui/Page';
import { PageHeading } from '@/ui/PageHeading';
import { Skeleton } from '@/ui/Skeleton';
import { Chips } from './Chips';
import { Facets } from './Facets';
import { Hit } from './Hit';
import { Pages } from './Pages';
import { SaveSearch } from './SaveSearch';
import styles from './Search.module.css';
import { Understood } from './Understood';
import { filterOf, narrowed, pageOf, pageSize } from './criteria';
import type { SearchAddress } from './search';
import { SearchDocument, type SearchQuery } from './search.gql';

interface Props {
  address: SearchAddress;
  onSearch: (address: SearchAddress) => void;
}

/** One search over everything that is public. All of it stands in the address. */
export function SearchPage({ address, onSearch }: Props) {
  const { t } = useLingui();
  const page = pageOf(address);
  const [result, retry] = useQuery({
    query: SearchDocument,
    variables: { query: address.q ?? '', filter: filterOf(address), first: pageSize, offset: (page - 1) * pageSize },
    // What is new since is found as well.
    requestPolicy: 'cache-and-network',
  });
  // What the question itself says wrong is not better the second time.
  const final = hasCode(result.error, 'TOO_LONG', 'OUT_OF_RANGE', 'BUDGET_RANGE', 'BAD_REQUEST', 'INVALID_INPUT');
  const title = address.q ? t`${address.q} – Tìm kiếm` : t`Tìm kiếm`;
  return (
    <Page>
      <PageHead>
        <PageHeading title={title}>
          <Trans>Tìm kiếm</Trans>
        </PageHeading>
      </PageHead>
      <Words key={address.q ?? ''} address={address} onSearch={onSearch} />
      <Answer result={final ? { ...result, data: undefined } : result} retry={final ? undefined : retry} skeleton={<Skeleton blocks={['3rem', '12rem', '12rem', '12rem']} />}>
        {({ search }) => <Found search={search} address={address} onSearch={onSearch} busy={result.fetching} />}
      </Answer>
    </Page>
  );
}

function Words({ address, onSearch }: Props) {
  const { t } = useLingui();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const q = String(new FormData(event.currentTarget).get('q')).normalize('NFC').trim();
    const { trang: _, q: __, ...rest } = address;
    onSearch(q ? { ...rest, q } : rest);
  };
  return (
    <search aria-label={t`Tìm kiếm`}>
      <form className={`${styles['words']} no-print`} onSubmit={submit}>
        <TextField
          id="q"
          name="q"
          type="search"
          label={<Trans>Từ khóa</Trans>}
          hint={<Trans>Tiếng Việt hoặc tiếng Anh, có dấu hay không dấu, tên tỉnh cũ cũng được.</Trans>}
          defaultValue={address.q}
          enterKeyHint="search"
          beside={
            <Button type="submit" tone="primary">
              <Trans>Tìm</Trans>
            </Button>
          }
        />
      </form>
    </search>
  );
}

function Found({ search, address, onSearch, busy }: Props & { search: SearchQuery['search']; busy: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const page = pageOf(address);
  const before = useRef(page);
  // Of nothing there is nothing to leave out.
  const filtering = search.facets.length > 0 || narrowed({ ...address, loai: undefined });
  // Another page begins at its first result; a list that is narrowed keeps the focus where the reader is.
  useEffect(() => {
    if (before.current === page) return;
    before.current = page;
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: 'start' });
  }, [page]);
  return (
    <>
      <Understood concepts={search.concepts} places={search.places} />
      {search.building && (
        <p className={styles['building']} role="status">
          <Trans>Chỉ mục tìm kiếm đang được dựng lại; kết quả có thể chưa đủ. Hãy thử lại sau ít phút.</Trans>
        </p>
      )}
      <Kinds search={search} address={address} />
      <div className={filtering ? `${styles['found']} ${styles['columns']}` : styles['found']}>
        {filtering && (
          <aside>
            <Facets address={address} counts={search.facets} onChange={onSearch} />
          </aside>
        )}
        <div className={styles['results']} aria-busy={busy || undefined}>
          <div className={styles['head']}>
            <div role="status">
              <h2 ref={heading} tabIndex={-1}>
                <Plural value={search.totalCount} _0="Không có kết quả" one="# kết quả" other="# kết quả" />
              </h2>
            </div>
            <SaveSearch address={address} />
          </div>
          <Chips address={address} onChange={onSearch} />
          {search.hits.length === 0 ? (
            <Nothing address={address} onSearch={onSearch} />
          ) : (
            <ol className={styles['hits']} role="list">
              {search.hits.map((hit) => {
                const { id } = hit.need ?? hit.offer ?? hit.organization ?? hit.researcher ?? { id: '' };
                return (
                  <li key={id}>
                    <Hit hit={hit} />
                  </li>
                );
              })}
            </ol>
          )}
          <Pages address={address} total={search.totalCount} />
        </div>
      </div>
    </>
  );
}

/** Everything, or one kind of thing; how many there are of each, whatever kind is chosen. */
function Kinds({ search, address }: { search: SearchQuery['search']; address: SearchAddress }) {
  const { t, i18n } = useLingui();
  const { trang: _, loai, ...rest } = address;
  const count = (kind: string) => search.facets.find(({ key, value }) => key === 'KIND' && value === kind)?.count ?? 0;
  const kinds = valuesOf(searchKindLabels);
  const all = kinds.reduce((sum, kind) => sum + count(kind), 0);
  return (
    <nav className={`${styles['kinds']} no-print`} aria-label={t`Loại kết quả`}>
      <ul role="list">
        {[undefined, ...kinds].map((kind) => (
          <li key={kind ?? ''}>
            <Link
              to="/tim-kiem"
              search={kind ? { ...rest, loai: kind } : rest}
              resetScroll={false}
              // The router would call each address "here" that the present one only adds to.
              activeOptions={{ exact: true }}
              aria-current={kind === loai ? 'page' : undefined}
            >
              {kind ? i18n._(searchKindLabels[kind]) : <Trans>Tất cả</Trans>} <span className={styles['count']}>{formatNumber(kind ? count(kind) : all)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Why there is nothing, and what may help. */
function Nothing({ address, onSearch }: Props) {
  const filters = narrowed(address);
  return (
    <EmptyState
      title={<Trans>Không tìm thấy gì như vậy</Trans>}
      action={
        filters ? (
          <Button tone="primary" onClick={() => onSearch(address.q ? { q: address.q } : {})}>
            <Trans>Bỏ mọi điều kiện lọc</Trans>
          </Button>
        ) : (
          address.q && (
            <Button onClick={() => onSearch({})}>
              <Trans>Xem tất cả</Trans>
            </Button>
          )
        )
      }
    >
      {filters ? (
        <Trans>Hãy bỏ bớt điều kiện lọc, hoặc dùng từ khóa ngắn hơn.</Trans>
      ) : (
        <Trans>Hãy dùng ít từ hơn hoặc từ chung hơn, gõ không dấu cũng được, và xem lại chính tả. Tiếng Anh tìm được tin tiếng Việt và ngược lại.</Trans>
      )}
    </EmptyState>
  );
}
