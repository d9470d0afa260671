import { createFileRoute } from '@tanstack/react-router';
import { oneOf, searchOf, text } from '@/app/search';
import { QueuePage } from '@/features/moderation';
import { reviewKindLabels, valuesOf } from '@/i18n/labels';

export const Route = createFileRoute('/_signedIn/quan-tri/')({
  validateSearch: searchOf({ loai: oneOf(valuesOf(reviewKindLabels)), muc: text }),
  component: function Queue() {
    const { loai, muc } = Route.useSearch();
    return <QueuePage kind={loai} item={muc} />;
  },
});
