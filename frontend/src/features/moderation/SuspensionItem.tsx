import type { ReviewDetailFragment } from './moderation.gql';
import { ItemLayout } from './parts';
import { Subject } from './Subject';

/** Never waits: it was decided at once, and stands here to be read. */
export function SuspensionItem({ review }: { review: ReviewDetailFragment }) {
  return (
    <ItemLayout side={null}>
      <Subject review={review} />
    </ItemLayout>
  );
}
