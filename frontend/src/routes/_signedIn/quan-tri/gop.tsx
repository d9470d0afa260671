import { createFileRoute } from '@tanstack/react-router';
import { MergePage } from '@/features/moderation';
import { mergeSearch } from '@/features/moderation/search';

export const Route = createFileRoute('/_signedIn/quan-tri/gop')({
  validateSearch: mergeSearch,
  component: function Merge() {
    return <MergePage search={Route.useSearch()} />;
  },
});
