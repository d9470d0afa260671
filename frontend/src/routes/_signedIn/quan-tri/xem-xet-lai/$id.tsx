import { createFileRoute } from '@tanstack/react-router';
import { OutcomeReviewPage } from '@/features/evaluations';

export const Route = createFileRoute('/_signedIn/quan-tri/xem-xet-lai/$id')({
  component: function OutcomeReview() {
    const { id } = Route.useParams();
    return <OutcomeReviewPage key={id} id={id} />;
  },
});
