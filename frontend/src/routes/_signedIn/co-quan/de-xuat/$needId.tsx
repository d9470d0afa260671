import { createFileRoute } from '@tanstack/react-router';
import { ProposalsOfNeedPage } from '@/features/proposals';

export const Route = createFileRoute('/_signedIn/co-quan/de-xuat/$needId')({
  component: function ProposalsOfNeed() {
    const { needId } = Route.useParams();
    return <ProposalsOfNeedPage key={needId} needId={needId} />;
  },
});
