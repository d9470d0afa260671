import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useClient, useMutation, useQuery } from 'urql';
import { Answer } from '@/app/Answer';
import { appError, describe } from '@/app/errors';
import { useViewer } from '@/app/SessionProvider';
import { StaffForbidden } from '@/features/account';
import type { ReviewFilter } from '@/graphql-types';
import { announce } from '@/ui/Announcer';
import { LinkButton } from '@/ui/Button';
import { EmptyState } from '@/ui/EmptyState';
import { LoadMore } from '@/ui/LoadMore';
import { Lead, Page, PageHead, Stack } from '@/ui/Page';
import { PageHeading, expectFocusOnHeading } from '@/ui/PageHeading';
import { Notice } from '@/ui/Panel';
import { Skeleton } from '@/ui/Skeleton';
import { KeysHelp } from './KeysHelp';
import { QueueFilters } from './QueueFilters';
import { QueueList } from './QueueList';
import { ReviewPane } from './ReviewPane';
import { ClaimReviewDocument, ReleaseReviewDocument, ReviewQueueDocument, type ReviewListedFragment } from './moderation.gql';
import type { QueueSearch } from './search';
import { useLive } from './useLive';
import { useShortcuts } from './useShortcuts';

export function QueuePage({ search }: { search: QueueSearch }) {
  const { staffRole } = useViewer();
  if (!staffRole) {
    return (
      <StaffForbidden>
        <Trans>Hàng chờ kiểm duyệt dành cho kiểm duyệt viên của Liên minh. Quản trị viên của Liên minh cấp được quyền này.</Trans>
      </StaffForbidden>
    );
  }
  return <Queue search={search} />;
}

const size = 30;

/** What waits the longest comes first; what was decided last comes first. */
function filterOf(search: QueueSearch): ReviewFilter {
  const waiting = search['trang-thai'] !== 'xong';
  return {
    kind: search.loai ?? null,
    kinds: null,
    waiting,
    claimedBy: waiting ? (search.giu ?? null) : null,
    decidable: waiting && search['pham-vi'] !== 'tat-ca' ? true : null,
  };
}

function Queue({ search }: { search: QueueSearch }) {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const client = useClient();
  const { muc: item, ...narrowed } = search;
  const filter = filterOf(search);
  const waiting = filter.waiting === true;
  const listed = JSON.stringify(filter);
  // The cursor belongs to the list that it was found in.
  const [cursor, setCursor] = useState<{ list: string; at: string } | null>(null);
  const at = cursor?.list === listed ? cursor.at : null;
  const page = waiting ? { first: size, last: null, after: at, before: null } : { first: null, last: size, after: null, before: at };
  const [result, retry] = useQuery({ query: ReviewQueueDocument, variables: { filter, ...page }, requestPolicy: 'cache-and-network' });
  const [decided, setDecided] = useState<readonly string[]>([]);
  const [helping, setHelping] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const rows = useRef<HTMLUListElement>(null);
  const [, claim] = useMutation(ClaimReviewDocument);
  const [, release] = useMutation(ReleaseReviewDocument);

  const found = result.data?.reviews.nodes ?? [];
  const shown = (waiting ? found : found.toReversed()).filter(({ id }) => !waiting || !decided.includes(id));
  const total = Math.max((result.data?.reviews.totalCount ?? 0) - found.length, 0) + shown.length;
  const { hasNextPage, endCursor, hasPreviousPage, startCursor } = result.data?.reviews.pageInfo ?? {};
  const more = waiting ? hasNextPage && endCursor : hasPreviousPage && startCursor;
  const position = shown.findIndex(({ id }) => id === item);

  const open = (id: string | undefined) => {
    setRefused(null);
    // The button or the row that led there is gone.
    expectFocusOnHeading();
    // The rest is fetched before the last of these is reached.
    if (id && more && shown.length - shown.findIndex((review) => review.id === id) < 5) setCursor({ list: listed, at: more });
    void navigate({ to: '/quan-tri', search: { ...narrowed, muc: id }, replace: item !== undefined && id !== undefined });
  };
  const narrow = (next: QueueSearch) => {
    setRefused(null);
    void navigate({ to: '/quan-tri', search: next, replace: true });
  };

  /** The row that has the focus, as its place in the list; -1 while none has. */
  const focused = () => [...(rows.current?.querySelectorAll('a') ?? [])].indexOf(document.activeElement as HTMLAnchorElement);
  const step = (by: 1 | -1) => {
    if (item) {
      const next = shown[position === -1 && by === 1 ? 0 : position + by];
      if (next) open(next.id);
      return;
    }
    const links = rows.current?.querySelectorAll('a') ?? [];
    const from = focused();
    links[from === -1 ? 0 : Math.min(Math.max(from + by, 0), links.length - 1)]?.focus();
  };
  const hold = async (review: Pick<ReviewListedFragment, 'id' | 'viewerCan'> | undefined, what: 'CLAIM' | 'RELEASE') => {
    if (!review) return;
    if (!review.viewerCan.includes(what)) return setRefused(what === 'CLAIM' ? t`Việc này bạn không nhận được: người khác đang giữ, hoặc không thuộc quyền của bạn.` : t`Bạn không giữ việc này.`);
    const { error } = await (what === 'CLAIM' ? claim : release)({ input: { reviewId: review.id } });
    setRefused(error ? describe(appError(error), i18n) : null);
    // Somebody may have been faster.
    if (error) void look();
    else announce(what === 'CLAIM' ? t`Bạn giữ việc này trong 30 phút` : t`Đã trả lại việc này`);
  };
  /** Asks for the beginning of the list once more; the cache puts it into what is shown. */
  const look = () => client.query(ReviewQueueDocument, { filter, ...page, after: null, before: null }, { requestPolicy: 'network-only' }).toPromise();
  useLive(() => void look());
  useShortcuts({
    J: () => step(1),
    K: () => step(-1),
    'Alt+Shift+N': () => step(1),
    'Alt+Shift+P': () => step(-1),
    // The open item has these two keys itself.
    ...(item ? { U: () => open(undefined) } : { C: () => void hold(shown[focused()], 'CLAIM'), R: () => void hold(shown[focused()], 'RELEASE') }),
    '?': () => setHelping(true),
  });

  if (item) {
    return (
      <Page>
        <ReviewPane
          key={item}
          id={item}
          place={position === -1 ? null : { position: position + 1, total }}
          onStep={step}
          hasPrevious={position > 0}
          hasNext={position < shown.length - 1}
          back={narrowed}
          refused={refused}
          onHold={hold}
          onHelp={() => setHelping(true)}
          onDecided={() => {
            setDecided([...decided, item]);
            open((shown[position + 1] ?? shown[position - 1])?.id);
            // The decision made the list stale; it is asked again from its beginning.
            setCursor(null);
          }}
        />
        <KeysHelp open={helping} onClose={() => setHelping(false)} />
      </Page>
    );
  }

  return (
    <Page>
      <PageHead>
        <PageHeading title={t`Kiểm duyệt`}>
          <Trans>Kiểm duyệt</Trans>
        </PageHeading>
        {result.data && (
          <Lead>
            <span role="status">
              {waiting ? (
                <Plural value={total} _0="Không còn mục nào chờ." one="# mục đang chờ, cũ nhất trước." other="# mục đang chờ, cũ nhất trước." />
              ) : (
                <Plural value={total} _0="Chưa có quyết định nào." one="# quyết định, mới nhất trước." other="# quyết định, mới nhất trước." />
              )}
            </span>
          </Lead>
        )}
      </PageHead>
      <Stack>
        <QueueFilters search={narrowed} onNarrow={narrow} onHelp={() => setHelping(true)} />
        {refused && (
          <Notice tone="warning">
            <p role="alert">{refused}</p>
          </Notice>
        )}
        <Answer result={result} retry={retry} skeleton={<Skeleton blocks={['4.5rem', '4.5rem', '4.5rem', '4.5rem']} />}>
          {() =>
            shown.length > 0 ? (
              <>
                <QueueList ref={rows} reviews={shown} search={narrowed} />
                <LoadMore shown={shown.length} total={total} hasMore={Boolean(more)} busy={result.fetching} onMore={() => more && setCursor({ list: listed, at: more })} />
              </>
            ) : (
              <Nothing decided={decided.length} narrowed={Object.keys(narrowed).length > 0} waiting={waiting} />
            )
          }
        </Answer>
      </Stack>
      <KeysHelp open={helping} onClose={() => setHelping(false)} />
    </Page>
  );
}

function Nothing({ decided, narrowed, waiting }: { decided: number; narrowed: boolean; waiting: boolean }) {
  const all = narrowed && (
    <LinkButton to="/quan-tri" search={{}}>
      <Trans>Bỏ bộ lọc</Trans>
    </LinkButton>
  );
  if (!waiting) return <EmptyState title={<Trans>Chưa có quyết định nào như vậy</Trans>} action={all} />;
  return (
    <EmptyState title={decided > 0 ? <Trans>Bạn đã xem hết hàng chờ</Trans> : <Trans>Không có gì chờ bạn quyết định</Trans>} action={all}>
      {decided > 0 ? (
        <Plural
          value={decided}
          one="Cảm ơn bạn. # mục vừa được quyết định; người gửi đã được báo tin."
          other="Cảm ơn bạn. # mục vừa được quyết định; người gửi đã được báo tin."
        />
      ) : (
        <Trans>Điều gì cần Liên minh quyết định, từ nhu cầu mới gửi đến khiếu nại, sẽ hiện ở đây theo thứ tự thời gian.</Trans>
      )}
    </EmptyState>
  );
}
