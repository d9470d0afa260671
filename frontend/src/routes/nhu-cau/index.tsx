import { createFileRoute } from '@tanstack/react-router';
import { NeedsPage, needSearch } from '@/features/needs';

export const Route = createFileRoute('/nhu-cau/')({
  validateSearch: needSearch,
  component: function Needs() {
    const navigate = Route.useNavigate();
    return <NeedsPage search={Route.useSearch()} onSearch={(search) => void navigate({ search })} />;
  },
});
