import { createFileRoute } from '@tanstack/react-router';
import { OwnVerificationPage } from '@/features/own-organization';

export const Route = createFileRoute('/_signedIn/to-chuc-cua-toi/$id/xac-thuc')({
  component: function OwnVerification() {
    return <OwnVerificationPage id={Route.useParams().id} />;
  },
});
