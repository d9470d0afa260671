import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { Ref } from 'react';
import { formatDate } from '@/i18n/format';
import { reviewKindLabels } from '@/i18n/staffLabels';
import { expectFocusOnHeading } from '@/ui/PageHeading';
import { Tag } from '@/ui/Tag';
import { AgeTag } from './AgeTag';
import { DecisionTag, HolderTag } from './Marks';
import styles from './Moderation.module.css';
import type { ReviewListedFragment } from './moderation.gql';
import { replyBy } from './replyBy';
import type { QueueSearch } from './search';
import { titleOf } from './titles';

interface Props {
  ref: Ref<HTMLUListElement>;
  reviews: ReviewListedFragment[];
  search: QueueSearch;
}

export function QueueList({ ref, reviews, search }: Props) {
  const { t, i18n } = useLingui();
  return (
    <ul ref={ref} className={styles['queue']} role="list" aria-label={t`Hàng chờ`}>
      {reviews.map((review) => {
        const title = titleOf(review);
        return (
          <li key={review.id}>
            <div className={styles['what']}>
              <small>
                {i18n._(reviewKindLabels[review.kind])}
                {review.openedBy && ` · ${review.openedBy}`}
              </small>
              <Link to="/quan-tri" search={{ ...search, muc: review.id }} lang={title.lang} onClick={expectFocusOnHeading}>
                {title.text}
              </Link>
              {!review.decidedAt && (
                <small>
                  <Trans>Trả lời trước {formatDate(replyBy(review.openedAt))}</Trans>
                </small>
              )}
            </div>
            <div className={styles['marks']}>
              {review.decidedAt && review.decision ? (
                <>
                  <DecisionTag kind={review.kind} decision={review.decision} />
                  <Tag icon="clock">{formatDate(review.decidedAt)}</Tag>
                </>
              ) : (
                <>
                  <HolderTag {...review} />
                  <AgeTag openedAt={review.openedAt} />
                </>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
