import { createFileRoute } from '@tanstack/react-router';
import { OrganizationPage } from '@/features/organizations';

export const Route = createFileRoute('/to-chuc/$id')({
  component: function Organization() {
    return <OrganizationPage id={Route.useParams().id} />;
  },
});
