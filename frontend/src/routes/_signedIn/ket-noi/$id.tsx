import { createFileRoute } from '@tanstack/react-router';
import { MatchPage } from '@/features/matches';

export const Route = createFileRoute('/_signedIn/ket-noi/$id')({
  component: function Match() {
    const { id } = Route.useParams();
    return <MatchPage key={id} id={id} />;
  },
});
