import { createFileRoute } from '@tanstack/react-router';
import { OwnPeoplePage } from '@/features/own-organization';

export const Route = createFileRoute('/_signedIn/to-chuc-cua-toi/$id/thanh-vien')({
  component: function OwnPeople() {
    return <OwnPeoplePage id={Route.useParams().id} />;
  },
});
