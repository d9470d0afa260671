import { createFileRoute } from '@tanstack/react-router';
import { VersionCheckPage } from '@/features/agreements';
import { loadWorkspaceMessages } from '@/i18n/activate';

/** Behind the code on the paper. */
export const Route = createFileRoute('/thoa-thuan/ban/$hash')({
  beforeLoad: () => loadWorkspaceMessages(),
  component: function VersionCheck() {
    const { hash } = Route.useParams();
    return <VersionCheckPage key={hash} hash={hash} />;
  },
});
