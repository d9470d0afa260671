import { createFileRoute } from '@tanstack/react-router';
import { OpeningRecordPage } from '@/features/openings';
import { loadWorkspaceMessages } from '@/i18n/activate';

/** Everybody's; its words are with those of the signed-in pages, so that other public pages stay small. */
export const Route = createFileRoute('/bien-ban-mo/$needId')({
  beforeLoad: () => loadWorkspaceMessages(),
  component: function OpeningRecord() {
    const { needId } = Route.useParams();
    return <OpeningRecordPage key={needId} needId={needId} />;
  },
});
