import { createFileRoute, useParams } from '@tanstack/react-router';
import { oneOf, searchOf } from '@/app/search';
import { NeedEditorPage } from '@/features/need-editor';

/** One page for both addresses: the new draft moves from the first to the second without being drawn anew. */
export const Route = createFileRoute('/_signedIn/co-quan/nhu-cau/_soan')({
  validateSearch: searchOf({ buoc: oneOf(['xem-lai']) }),
  component: function NeedEditing() {
    const { buoc } = Route.useSearch();
    const { id } = useParams({ strict: false });
    return <NeedEditorPage id={id} reviewing={buoc === 'xem-lai'} />;
  },
});
