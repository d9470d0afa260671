import { createFileRoute } from '@tanstack/react-router';
import { OwnPortfolioPage } from '@/features/own-organization';

export const Route = createFileRoute('/_signedIn/to-chuc-cua-toi/$id/nang-luc')({
  component: function OwnPortfolio() {
    return <OwnPortfolioPage id={Route.useParams().id} />;
  },
});
