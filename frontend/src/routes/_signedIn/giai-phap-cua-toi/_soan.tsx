import { createFileRoute, useParams } from '@tanstack/react-router';
import { oneOf, searchOf } from '@/app/search';
import { OfferEditorPage } from '@/features/offer-editor';

/** One page for both addresses: the new draft moves from the first to the second without being drawn anew. */
export const Route = createFileRoute('/_signedIn/giai-phap-cua-toi/_soan')({
  validateSearch: searchOf({ buoc: oneOf(['xem-lai']) }),
  component: function OfferEditing() {
    const { buoc } = Route.useSearch();
    const { id } = useParams({ strict: false });
    return <OfferEditorPage id={id} reviewing={buoc === 'xem-lai'} />;
  },
});
