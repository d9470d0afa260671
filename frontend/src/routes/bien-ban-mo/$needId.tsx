import { createFileRoute } from '@tanstack/react-router';
import { OpeningRecordPage } from '@/features/openings/OpeningRecordPage';

export const Route = createFileRoute('/bien-ban-mo/$needId')({
  component: function OpeningRecord() {
    const { needId } = Route.useParams();
    return <OpeningRecordPage key={needId} needId={needId} />;
  },
});
