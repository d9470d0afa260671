import { createFileRoute } from '@tanstack/react-router';
import { session } from '@/app/transport';
import { JointCallPage } from '@/features/joint-calls';
import { loadWorkspaceMessages } from '@/i18n/activate';

/** Public once it is agreed; until then its owners and the alliance see it. */
export const Route = createFileRoute('/loi-moi-chung/$id')({
  beforeLoad: async () => {
    if (session.state.status === 'restoring') await session.renew().catch(() => undefined);
    await loadWorkspaceMessages();
  },
  component: function JointCall() {
    const { id } = Route.useParams();
    return <JointCallPage key={id} id={id} />;
  },
});
