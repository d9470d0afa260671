import { createFileRoute } from '@tanstack/react-router';
import { RouteAdviserPage } from '@/features/route-adviser';
import { loadWorkspaceMessages } from '@/i18n/activate';

export const Route = createFileRoute('/tu-van-lo-trinh')({
  beforeLoad: async () => {
    await loadWorkspaceMessages();
  },
  component: RouteAdviserPage,
});
