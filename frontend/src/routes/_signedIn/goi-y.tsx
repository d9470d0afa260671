import { createFileRoute } from '@tanstack/react-router';
import { oneOf, searchOf, text } from '@/app/search';
import { MatchesPage } from '@/features/matches';
import { matchStatuses } from '@/features/matches/search';

export const Route = createFileRoute('/_signedIn/goi-y')({
  validateSearch: searchOf({ 'trang-thai': oneOf(matchStatuses), 'nhu-cau': text, 'giai-phap': text }),
  component: function Matches() {
    const search = Route.useSearch();
    return <MatchesPage status={search['trang-thai']} needId={search['nhu-cau']} offerId={search['giai-phap']} />;
  },
});
