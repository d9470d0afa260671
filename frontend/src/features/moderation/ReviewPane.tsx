import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { Answer } from '@/app/Answer';
import { isAbsent } from '@/app/errors';
import { formatDate, formatDateTime, formatTime } from '@/i18n/format';
import { ruleLabels } from '@/i18n/rules';
import { reviewKindLabels } from '@/i18n/staffLabels';
import { Button, LinkButton } from '@/ui/Button';
import { EmptyState } from '@/ui/EmptyState';
import { PageHead, Paragraphs, Stack } from '@/ui/Page';
import { PageHeading, expectFocusOnHeading } from '@/ui/PageHeading';
import { Notice, Panel, Row, Soft } from '@/ui/Panel';
import { Skeleton } from '@/ui/Skeleton';
import { Fact, SummaryList } from '@/ui/SummaryList';
import { AgeTag } from './AgeTag';
import { DecisionTag } from './Marks';
import styles from './Moderation.module.css';
import { ReviewItem } from './ReviewItem';
import { ReviewToDecideDocument, type ReviewDetailFragment, type ReviewListedFragment } from './moderation.gql';
import { replyBy } from './replyBy';
import type { QueueSearch } from './search';
import { useLive } from './useLive';
import { useShortcuts } from './useShortcuts';

interface Props {
  id: string;
  /** Where it stands in the list; null when it is not in it. */
  place: { position: number; total: number } | null;
  hasPrevious: boolean;
  hasNext: boolean;
  onStep: (by: 1 | -1) => void;
  /** The list that one came from. */
  back: QueueSearch;
  refused: string | null;
  onHold: (review: Pick<ReviewListedFragment, 'id' | 'viewerCan'>, what: 'CLAIM' | 'RELEASE') => Promise<void>;
  onHelp: () => void;
  onDecided: () => void;
}

/** One thing that waits or was decided. */
export function ReviewPane({ id, place, hasPrevious, hasNext, onStep, back, refused, onHold, onHelp, onDecided }: Props) {
  const { t, i18n } = useLingui();
  const [result, retry] = useQuery({ query: ReviewToDecideDocument, variables: { id }, requestPolicy: 'cache-and-network' });
  useLive(() => retry({ requestPolicy: 'network-only' }));
  const review = result.data?.review;
  useShortcuts(review ? { C: () => void onHold(review, 'CLAIM'), R: () => void onHold(review, 'RELEASE') } : {});
  const kind = review && i18n._(reviewKindLabels[review.kind]);
  return (
    <>
      <div className={styles['bar']}>
        <Row spread>
          <Link to="/quan-tri" search={back} onClick={expectFocusOnHeading}>
            <Trans>Về hàng chờ</Trans>
          </Link>
          <Row>
            {place && (
              <p role="status">
                <Trans>
                  Mục {place.position} trên {place.total}
                </Trans>
              </p>
            )}
            <Button tone="quiet" busy={!hasPrevious} onClick={() => onStep(-1)}>
              <Trans>Mục trước</Trans>
            </Button>
            <Button tone="quiet" busy={!hasNext} onClick={() => onStep(1)}>
              <Trans>Mục sau</Trans>
            </Button>
            <Button tone="quiet" onClick={onHelp}>
              <span aria-hidden="true">?</span> <Trans>Phím tắt</Trans>
            </Button>
          </Row>
        </Row>
      </div>
      <PageHead>
        <PageHeading title={kind ?? t`Kiểm duyệt`}>{kind ?? <Trans>Kiểm duyệt</Trans>}</PageHeading>
        {review && (
          <Row>
            {review.decidedAt && review.decision ? (
              <DecisionTag kind={review.kind} decision={review.decision} />
            ) : (
              <>
                <AgeTag openedAt={review.openedAt} />
                <Soft>
                  <Trans>Trả lời trước {formatDate(replyBy(review.openedAt))}</Trans>
                </Soft>
              </>
            )}
          </Row>
        )}
      </PageHead>
      {isAbsent(result) || review === null ? (
        <EmptyState
          title={<Trans>Việc này không còn ở đây</Trans>}
          action={
            <LinkButton to="/quan-tri" search={back}>
              <Trans>Về hàng chờ</Trans>
            </LinkButton>
          }
        >
          <Trans>Có thể người gửi đã rút lại trước khi ai quyết định.</Trans>
        </EmptyState>
      ) : (
        <Answer result={result} retry={retry} skeleton={<Skeleton blocks={['3rem', '24rem']} />}>
          {() =>
            review && (
              <Stack>
                {refused && (
                  <Notice tone="warning">
                    <p role="alert">{refused}</p>
                  </Notice>
                )}
                {review.decidedAt ? <Decided review={review} /> : <Holding review={review} onHold={onHold} />}
                <ReviewItem review={review} onDecided={onDecided} />
              </Stack>
            )
          }
        </Answer>
      )}
    </>
  );
}

/** Who is at it, and what the reader can do about that. */
function Holding({ review, onHold }: { review: ReviewDetailFragment; onHold: Props['onHold'] }) {
  const { claimedBy, claimedUntil, claimedByViewer, viewerCan } = review;
  if (claimedByViewer && claimedUntil) {
    return (
      <Notice>
        <p>
          <Trans>Bạn đang giữ việc này đến {formatTime(claimedUntil)}; người khác không quyết định được.</Trans>
        </p>
        <div>
          <Button onClick={() => void onHold(review, 'RELEASE')}>
            <Trans>Trả lại cho người khác</Trans>
          </Button>
        </div>
      </Notice>
    );
  }
  if (claimedBy && claimedUntil) {
    return (
      <Notice tone="warning">
        <p>
          <Trans>
            {claimedBy} đang xử lý việc này đến {formatTime(claimedUntil)}. Sau giờ đó, nếu việc chưa xong, bạn nhận được.
          </Trans>
        </p>
      </Notice>
    );
  }
  if (viewerCan.includes('CLAIM')) {
    return (
      <Row>
        <Button onClick={() => void onHold(review, 'CLAIM')}>
          <Trans>Nhận xử lý</Trans>
        </Button>
        <Soft>
          <Trans>Giữ việc này 30 phút, để hai người không cùng quyết định.</Trans>
        </Soft>
      </Row>
    );
  }
  return (
    <Notice tone="warning">
      <p>
        <Barred review={review} />
      </p>
    </Notice>
  );
}

/** Why it is not the reader's to decide, as far as the page can tell. */
function Barred({ review: { kind } }: { review: ReviewDetailFragment }) {
  switch (kind) {
    case 'APPEAL':
      return <Trans>Khiếu nại này do người khác quyết định: không phải người quyết định lần đầu, không phải người của tổ chức liên quan, và có quyền đối với loại việc này.</Trans>;
    case 'MERGE':
      return <Trans>Việc gộp do một quản trị viên khác với người đề nghị quyết định, và không thuộc hai tổ chức này.</Trans>;
    default:
      return <Trans>Việc này không thuộc quyền của bạn, hoặc liên quan đến chính bạn hay tổ chức của bạn. Người khác của Liên minh sẽ quyết định.</Trans>;
  }
}

function Decided({ review }: { review: ReviewDetailFragment }) {
  const { i18n } = useLingui();
  const { decidedAt, decidedBy, rule, reason, appeal, appealableUntil } = review;
  return (
    <Panel>
      <h2>
        <Trans>Quyết định</Trans>
      </h2>
      <SummaryList>
        <Fact name={<Trans>Người quyết định</Trans>}>{decidedBy}</Fact>
        <Fact name={<Trans>Lúc</Trans>}>{decidedAt && formatDateTime(decidedAt)}</Fact>
        <Fact name={<Trans>Quy tắc</Trans>}>{rule && i18n._(ruleLabels[rule])}</Fact>
        <Fact name={<Trans>Lý do</Trans>}>{reason && <Paragraphs text={reason} />}</Fact>
        <Fact name={<Trans>Khiếu nại</Trans>}>
          {appeal ? (
            <>
              <Link to="/quan-tri" search={{ muc: appeal.id }}>
                <Trans>Mở khiếu nại</Trans>
              </Link>{' '}
              {appeal.decision ? <DecisionTag kind="APPEAL" decision={appeal.decision} /> : <Trans>(đang chờ)</Trans>}
            </>
          ) : (
            appealableUntil && <Trans>Được khiếu nại đến {formatDateTime(appealableUntil)}</Trans>
          )}
        </Fact>
      </SummaryList>
    </Panel>
  );
}
