import { createFileRoute } from '@tanstack/react-router';
import { AppealByLinkPage } from '@/features/appeals';
import { loadAccountMessages, loadWorkspaceMessages } from '@/i18n/activate';

export const Route = createFileRoute('/khieu-nai/')({
  beforeLoad: async () => {
    await Promise.all([loadWorkspaceMessages(), loadAccountMessages()]);
  },
  component: AppealByLinkPage,
});
