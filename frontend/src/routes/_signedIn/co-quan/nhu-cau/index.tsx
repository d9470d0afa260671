import { createFileRoute } from '@tanstack/react-router';
import { oneOf, searchOf } from '@/app/search';
import { MyNeedsPage } from '@/features/need-editor';
import { needStatusLabels, valuesOf } from '@/i18n/labels';

export const Route = createFileRoute('/_signedIn/co-quan/nhu-cau/')({
  validateSearch: searchOf({ 'trang-thai': oneOf(valuesOf(needStatusLabels)) }),
  component: function MyNeeds() {
    const search = Route.useSearch();
    return <MyNeedsPage status={search['trang-thai']} />;
  },
});
