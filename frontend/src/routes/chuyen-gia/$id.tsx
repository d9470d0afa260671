import { createFileRoute } from '@tanstack/react-router';
import { ResearcherPage } from '@/features/researchers';
import { loadDirectoryMessages } from '@/i18n/activate';

export const Route = createFileRoute('/chuyen-gia/$id')({
  beforeLoad: loadDirectoryMessages,
  component: function Researcher() {
    return <ResearcherPage id={Route.useParams().id} />;
  },
});
