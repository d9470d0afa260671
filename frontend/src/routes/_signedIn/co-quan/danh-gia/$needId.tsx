import { createFileRoute } from '@tanstack/react-router';
import { EvaluationPage } from '@/features/evaluations';

export const Route = createFileRoute('/_signedIn/co-quan/danh-gia/$needId')({
  component: function EvaluationOfOwner() {
    const { needId } = Route.useParams();
    return <EvaluationPage key={needId} needId={needId} owner />;
  },
});
