import { createFileRoute } from '@tanstack/react-router';
import { DecisionPage } from '@/features/appeals';

export const Route = createFileRoute('/_signedIn/khieu-nai/$id')({
  component: function Decision() {
    const { id } = Route.useParams();
    return <DecisionPage key={id} id={id} />;
  },
});
