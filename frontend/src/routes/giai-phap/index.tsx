import { createFileRoute } from '@tanstack/react-router';
import { OffersPage, offerSearch } from '@/features/offers';

export const Route = createFileRoute('/giai-phap/')({
  validateSearch: offerSearch,
  component: function Offers() {
    const navigate = Route.useNavigate();
    return <OffersPage search={Route.useSearch()} onSearch={(search) => void navigate({ search })} />;
  },
});
