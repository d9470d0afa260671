import { createFileRoute } from '@tanstack/react-router';
import { ResearchersPage } from '@/features/researchers';
import { researcherSearch } from '@/features/researchers/search';
import { loadDirectoryMessages } from '@/i18n/activate';

export const Route = createFileRoute('/chuyen-gia/')({
  validateSearch: researcherSearch,
  beforeLoad: loadDirectoryMessages,
  component: function Researchers() {
    const navigate = Route.useNavigate();
    return <ResearchersPage search={Route.useSearch()} onSearch={(search) => void navigate({ search })} />;
  },
});
