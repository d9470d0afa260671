import { createFileRoute } from '@tanstack/react-router';
import { OffersPage } from '@/features/offers';
import { offerSearch } from '@/features/offers/search';

export const Route = createFileRoute('/giai-phap/')({
  validateSearch: offerSearch,
  component: function Offers() {
    const navigate = Route.useNavigate();
    return <OffersPage search={Route.useSearch()} onSearch={(search) => void navigate({ search })} />;
  },
});
