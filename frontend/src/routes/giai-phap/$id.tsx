import { createFileRoute } from '@tanstack/react-router';
import { OfferPage } from '@/features/offers';

export const Route = createFileRoute('/giai-phap/$id')({
  component: function Offer() {
    return <OfferPage id={Route.useParams().id} />;
  },
});
