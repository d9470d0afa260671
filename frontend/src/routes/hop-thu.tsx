import { createFileRoute } from '@tanstack/react-router';
import { searchOf, text } from '@/app/search';
import { OutboxPage } from '@/features/outbox';
import { loadAccountMessages, loadWorkspaceMessages } from '@/i18n/activate';

/** Open to all where it exists: only a server in development answers it. */
export const Route = createFileRoute('/hop-thu')({
  validateSearch: searchOf({ thu: text }),
  beforeLoad: async () => {
    await Promise.all([loadAccountMessages(), loadWorkspaceMessages()]);
  },
  component: function DevelopmentOutbox() {
    const { thu } = Route.useSearch();
    return <OutboxPage letter={thu} />;
  },
});
