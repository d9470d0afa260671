import { Outlet, createFileRoute, redirect } from '@tanstack/react-router';
import { session } from '@/app/transport';
import { WorkspaceFrame } from '@/features/workspace';
import { loadAccountMessages, loadDirectoryMessages, loadWorkspaceMessages } from '@/i18n/activate';

/** Pages under this folder are for signed-in people; others are led to sign in and back. */
export const Route = createFileRoute('/_signedIn')({
  beforeLoad: async ({ location }) => {
    if (session.state.status === 'restoring') await session.renew().catch(() => undefined);
    if (!session.state.viewer) throw redirect({ to: '/dang-nhap', search: { tiep: location.href } });
    await Promise.all([loadWorkspaceMessages(), loadAccountMessages(), loadDirectoryMessages()]);
  },
  component: () => (
    <WorkspaceFrame>
      <Outlet />
    </WorkspaceFrame>
  ),
});
