import { createFileRoute } from '@tanstack/react-router';
import { OwnProfilePage } from '@/features/own-organization';

export const Route = createFileRoute('/_signedIn/to-chuc-cua-toi/$id/')({
  component: function OwnProfile() {
    return <OwnProfilePage id={Route.useParams().id} />;
  },
});
