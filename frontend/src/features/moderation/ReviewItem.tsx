import { NeedItem } from './NeedItem';
import { OfferItem } from './OfferItem';
import { MatchItem } from './MatchItem';
import type { ReviewListedFragment } from './moderation.gql';

export function ReviewItem({ review, onDecided }: { review: ReviewListedFragment; onDecided: () => void }) {
  if (review.need) return <NeedItem id={review.need.id} openedAt={review.openedAt} onDecided={onDecided} />;
  if (review.offer) return <OfferItem id={review.offer.id} openedAt={review.openedAt} onDecided={onDecided} />;
  if (review.match) return <MatchItem id={review.match.id} openedAt={review.openedAt} onDecided={onDecided} />;
  return null;
}

export interface ItemProps {
  id: string;
  openedAt: string;
  onDecided: () => void;
}
