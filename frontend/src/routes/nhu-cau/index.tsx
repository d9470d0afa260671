import { createFileRoute } from '@tanstack/react-router';
import { NeedsPage } from '@/features/needs';
import { needSearch } from '@/features/needs/search';

export const Route = createFileRoute('/nhu-cau/')({
  validateSearch: needSearch,
  component: function Needs() {
    const navigate = Route.useNavigate();
    return <NeedsPage search={Route.useSearch()} onSearch={(search) => void navigate({ search })} />;
  },
});
