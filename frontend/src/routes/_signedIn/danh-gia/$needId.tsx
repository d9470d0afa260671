import { createFileRoute } from '@tanstack/react-router';
import { EvaluationPage } from '@/features/evaluations';

export const Route = createFileRoute('/_signedIn/danh-gia/$needId')({
  component: function Evaluation() {
    const { needId } = Route.useParams();
    return <EvaluationPage key={needId} needId={needId} owner={false} />;
  },
});
