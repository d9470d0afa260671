import { createFileRoute } from '@tanstack/react-router';
import { NeedPage } from '@/features/needs';

export const Route = createFileRoute('/nhu-cau/$id')({
  component: function Need() {
    return <NeedPage id={Route.useParams().id} />;
  },
});
