import { createFileRoute } from '@tanstack/react-router';
import { SearchPage } from '@/features/search';
import { searchSearch } from '@/features/search/search';
import { loadSearchMessages } from '@/i18n/activate';

export const Route = createFileRoute('/tim-kiem')({
  validateSearch: searchSearch,
  beforeLoad: loadSearchMessages,
  component: function Search() {
    const navigate = Route.useNavigate();
    return <SearchPage address={Route.useSearch()} onSearch={(search) => void navigate({ search, resetScroll: false })} />;
  },
});
