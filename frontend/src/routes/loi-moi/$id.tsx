import { createFileRoute } from '@tanstack/react-router';
import { session } from '@/app/transport';
import { InvitationPage } from '@/features/invitations';
import { loadAccountMessages } from '@/i18n/activate';

/** Where an invitation's letter leads, whether its reader has an account or not. */
export const Route = createFileRoute('/loi-moi/$id')({
  beforeLoad: async () => {
    if (session.state.status === 'restoring') await session.renew().catch(() => undefined);
    await loadAccountMessages();
  },
  component: function Invitation() {
    return <InvitationPage id={Route.useParams().id} />;
  },
});
