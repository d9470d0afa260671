import { createFileRoute } from '@tanstack/react-router';
import { OrganizationsPage } from '@/features/organizations';
import { organizationSearch } from '@/features/organizations/search';

export const Route = createFileRoute('/to-chuc/')({
  validateSearch: organizationSearch,
  component: function Organizations() {
    const navigate = Route.useNavigate();
    return <OrganizationsPage search={Route.useSearch()} onSearch={(search) => void navigate({ search })} />;
  },
});
