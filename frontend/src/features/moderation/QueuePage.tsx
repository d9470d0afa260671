import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { Answer } from '@/app/Answer';
import { useViewer } from '@/app/SessionProvider';
import { StaffForbidden } from '@/features/account';
import type { ReviewKind } from '@/graphql-types';
import { localized } from '@/i18n/bilingual';
import { formatRelative } from '@/i18n/format';
import { reviewKindLabels, valuesOf } from '@/i18n/labels';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { EmptyState } from '@/ui/EmptyState';
import { SelectField } from '@/ui/Field';
import { LoadMore } from '@/ui/LoadMore';
import { Lead, Page, PageHead, Stack } from '@/ui/Page';
import { PageHeading } from '@/ui/PageHeading';
import { Row } from '@/ui/Panel';
import { Skeleton } from '@/ui/Skeleton';
import styles from './Moderation.module.css';
import { ReviewItem } from './ReviewItem';
import { ReviewQueueDocument, type ReviewListedFragment } from './moderation.gql';
import { useShortcuts } from './useShortcuts';

export function titleOf(review: ReviewListedFragment): { text: string; lang: string | undefined } {
  if (review.match) {
    const [need, offer] = [localized(review.match.need.title), localized(review.match.offer.title)];
    return { text: `${need.text} ↔ ${offer.text}`, lang: need.lang };
  }
  const own = review.need?.title ?? review.offer?.title;
  return own ? localized(own) : { text: review.id, lang: undefined };
}

interface Props {
  kind: ReviewKind | undefined;
  item: string | undefined;
}

export function QueuePage(props: Props) {
  const { staffRole } = useViewer();
  if (!staffRole) {
    return (
      <StaffForbidden>
        <Trans>Hàng chờ kiểm duyệt dành cho kiểm duyệt viên của Liên minh. Quản trị viên của Liên minh cấp được quyền này.</Trans>
      </StaffForbidden>
    );
  }
  return <Queue {...props} />;
}

function Queue({ kind, item }: Props) {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const [after, setAfter] = useState<string | null>(null);
  const [result, retry] = useQuery({ query: ReviewQueueDocument, variables: { kind: kind ?? null, after }, requestPolicy: 'cache-and-network' });
  const [decided, setDecided] = useState<readonly string[]>([]);
  const [helping, setHelping] = useState(false);
  const waiting = (result.data?.reviews.nodes ?? []).filter(({ id }) => !decided.includes(id));
  const position = Math.max(
    waiting.findIndex(({ id }) => id === item),
    0,
  );
  const current = waiting[position];
  const { totalCount = 0, pageInfo } = result.data?.reviews ?? {};
  const total = Math.max(totalCount - (result.data?.reviews.nodes.length ?? 0), 0) + waiting.length;
  const more = pageInfo?.hasNextPage && pageInfo.endCursor;

  const go = (id: string | undefined) => {
    // The rest is fetched before the last of these is reached.
    if (more && waiting.length - waiting.findIndex((review) => review.id === id) < 5) setAfter(more);
    void navigate({ to: '/quan-tri', search: { loai: kind, muc: id }, replace: true });
  };

  useShortcuts({
    'Alt+Shift+N': () => waiting[position + 1] && go(waiting[position + 1]?.id),
    'Alt+Shift+P': () => waiting[position - 1] && go(waiting[position - 1]?.id),
  });

  return (
    <Page>
      <PageHead>
        <PageHeading title={t`Kiểm duyệt`}>
          <Trans>Kiểm duyệt</Trans>
        </PageHeading>
        {result.data && (
          <Lead>
            <Plural value={total} _0="Không còn mục nào chờ." one="# mục đang chờ, cũ nhất trước." other="# mục đang chờ, cũ nhất trước." />
          </Lead>
        )}
      </PageHead>
      <Stack>
        <Row spread>
          <SelectField
            label={<Trans>Loại</Trans>}
            value={kind ?? ''}
            onChange={(event) => {
              setAfter(null);
              void navigate({ to: '/quan-tri', search: { loai: (event.target.value || undefined) as ReviewKind | undefined }, replace: true });
            }}
          >
            <option value="">{t`Tất cả`}</option>
            {valuesOf(reviewKindLabels).map((value) => (
              <option key={value} value={value}>
                {i18n._(reviewKindLabels[value])}
              </option>
            ))}
          </SelectField>
          <Button tone="quiet" onClick={() => setHelping(true)}>
            <span aria-hidden="true">?</span> <Trans>Phím tắt</Trans>
          </Button>
        </Row>
        <Answer result={result} retry={retry} skeleton={<Skeleton blocks={['3rem', '24rem']} />}>
          {() =>
            current ? (
              <>
                <Row spread>
                  <p role="status">
                    <Trans>
                      Mục {position + 1} trên {total}
                    </Trans>
                  </p>
                  <Row>
                    <Button tone="quiet" busy={position === 0} onClick={() => go(waiting[position - 1]?.id)}>
                      <Trans>Mục trước</Trans>
                    </Button>
                    <Button tone="quiet" busy={position >= waiting.length - 1} onClick={() => go(waiting[position + 1]?.id)}>
                      <Trans>Mục sau</Trans>
                    </Button>
                  </Row>
                </Row>
                <details className={styles['list']}>
                  <summary>
                    <Trans>Danh sách chờ</Trans>
                  </summary>
                  <ul className={styles['queue']} role="list">
                    {waiting.map((review) => {
                      const title = titleOf(review);
                      return (
                        <li key={review.id}>
                          <Link to="/quan-tri" search={{ loai: kind, muc: review.id }} replace aria-current={review === current ? 'true' : undefined}>
                            <span lang={title.lang}>{title.text}</span>
                            <small>
                              {i18n._(reviewKindLabels[review.kind])} · {formatRelative(review.openedAt)}
                            </small>
                          </Link>
                        </li>
                      );
                    })}
                  </ul>
                  {result.data && (
                    <LoadMore
                      shown={waiting.length}
                      total={total}
                      hasMore={Boolean(more)}
                      busy={result.fetching}
                      onMore={() => more && setAfter(more)}
                    />
                  )}
                </details>
                <ReviewItem
                  key={current.id}
                  review={current}
                  onDecided={() => {
                    setDecided([...decided, current.id]);
                    go((waiting[position + 1] ?? waiting[position - 1])?.id);
                    // The decision made the list stale; it is asked again from its beginning.
                    setAfter(null);
                  }}
                />
              </>
            ) : (
              <EmptyState title={decided.length > 0 ? <Trans>Bạn đã xem hết hàng chờ</Trans> : <Trans>Không có gì chờ bạn quyết định</Trans>}>
                {decided.length > 0 && (
                  <p>
                    <Plural
                      value={decided.length}
                      one="Cảm ơn bạn. # mục vừa được quyết định; người gửi đã được báo tin."
                      other="Cảm ơn bạn. # mục vừa được quyết định; người gửi đã được báo tin."
                    />
                  </p>
                )}
                <p>
                  {kind ? (
                    <Link to="/quan-tri" search={{}}>
                      <Trans>Xem các loại khác</Trans>
                    </Link>
                  ) : (
                    <Trans>Nhu cầu và giải pháp mới gửi, cùng kết nối mà hệ thống gợi ý, sẽ hiện ở đây theo thứ tự thời gian.</Trans>
                  )}
                </p>
              </EmptyState>
            )
          }
        </Answer>
      </Stack>
      <Dialog open={helping} title={<Trans>Phím tắt</Trans>} onClose={() => setHelping(false)}>
        <dl className={styles['keys']}>
          <Key keys="Ctrl + Enter">
            <Trans>Duyệt, hoặc giới thiệu hai bên (có hỏi lại)</Trans>
          </Key>
          <Key keys="Alt + Shift + S">
            <Trans>Trả lại hoặc chặn, kèm lý do</Trans>
          </Key>
          <Key keys="Alt + Shift + N">
            <Trans>Mục sau</Trans>
          </Key>
          <Key keys="Alt + Shift + P">
            <Trans>Mục trước</Trans>
          </Key>
        </dl>
      </Dialog>
    </Page>
  );
}

function Key({ keys, children }: { keys: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{children}</dt>
      <dd>
        <kbd>{keys}</kbd>
      </dd>
    </div>
  );
}
