import { createFileRoute } from '@tanstack/react-router';
import { oneOf, searchOf } from '@/app/search';
import { ProposalPage } from '@/features/proposals';

export const Route = createFileRoute('/_signedIn/de-xuat/$id/')({
  validateSearch: searchOf({ 'bien-nhan': oneOf(['co']) }),
  component: function Proposal() {
    const { id } = Route.useParams();
    const search = Route.useSearch();
    return <ProposalPage key={id} id={id} justSubmitted={search['bien-nhan'] === 'co'} />;
  },
});
