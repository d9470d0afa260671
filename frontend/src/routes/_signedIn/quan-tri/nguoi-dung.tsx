import { createFileRoute } from '@tanstack/react-router';
import { PeoplePage } from '@/features/administration';
import { peopleSearch } from '@/features/administration/search';

export const Route = createFileRoute('/_signedIn/quan-tri/nguoi-dung')({
  validateSearch: peopleSearch,
  component: function People() {
    return <PeoplePage search={Route.useSearch()} />;
  },
});
