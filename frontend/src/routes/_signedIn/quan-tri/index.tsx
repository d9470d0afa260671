import { createFileRoute } from '@tanstack/react-router';
import { QueuePage } from '@/features/moderation';
import { queueSearch } from '@/features/moderation/search';

export const Route = createFileRoute('/_signedIn/quan-tri/')({
  validateSearch: queueSearch,
  component: function Queue() {
    return <QueuePage search={Route.useSearch()} />;
  },
});
