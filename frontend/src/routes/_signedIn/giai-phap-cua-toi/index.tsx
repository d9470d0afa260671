import { createFileRoute } from '@tanstack/react-router';
import { oneOf, searchOf } from '@/app/search';
import { MyOffersPage } from '@/features/offer-editor';
import { offerStatusLabels, valuesOf } from '@/i18n/labels';

export const Route = createFileRoute('/_signedIn/giai-phap-cua-toi/')({
  validateSearch: searchOf({ 'trang-thai': oneOf(valuesOf(offerStatusLabels)) }),
  component: function MyOffers() {
    const search = Route.useSearch();
    return <MyOffersPage status={search['trang-thai']} />;
  },
});
