import { createFileRoute } from '@tanstack/react-router';
import { AgreementPage } from '@/features/agreements';

export const Route = createFileRoute('/_signedIn/thoa-thuan-cua-toi/$id')({
  component: function Agreement() {
    const { id } = Route.useParams();
    return <AgreementPage key={id} id={id} />;
  },
});
