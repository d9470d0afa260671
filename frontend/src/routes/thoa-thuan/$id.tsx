import { createFileRoute } from '@tanstack/react-router';
import { session } from '@/app/transport';
import { PublicAgreementPage } from '@/features/agreements';
import { loadWorkspaceMessages } from '@/i18n/activate';

/** Public as far as both sides let it be; the two sides go on to their own page. */
export const Route = createFileRoute('/thoa-thuan/$id')({
  beforeLoad: async () => {
    if (session.state.status === 'restoring') await session.renew().catch(() => undefined);
    await loadWorkspaceMessages();
  },
  component: function Agreement() {
    const { id } = Route.useParams();
    return <PublicAgreementPage key={id} id={id} />;
  },
});
