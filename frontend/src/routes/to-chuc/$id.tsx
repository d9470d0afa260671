import { createFileRoute } from '@tanstack/react-router';
import { OrganizationPage } from '@/features/organizations';
import { loadDirectoryMessages } from '@/i18n/activate';

export const Route = createFileRoute('/to-chuc/$id')({
  beforeLoad: loadDirectoryMessages,
  component: function Organization() {
    return <OrganizationPage id={Route.useParams().id} />;
  },
});
