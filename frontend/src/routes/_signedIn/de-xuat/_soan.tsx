import { createFileRoute, useParams } from '@tanstack/react-router';
import { ComposerPage } from '@/features/proposals';

/** One page for both addresses: the new draft moves from the first to the second without being drawn anew. */
export const Route = createFileRoute('/_signedIn/de-xuat/_soan')({
  component: function Composing() {
    const { id, needId } = useParams({ strict: false });
    return <ComposerPage id={id} needId={needId} />;
  },
});
