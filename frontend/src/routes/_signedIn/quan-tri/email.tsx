import { createFileRoute } from '@tanstack/react-router';
import { oneOf, searchOf } from '@/app/search';
import { EmailsPage } from '@/features/administration';

export const Route = createFileRoute('/_signedIn/quan-tri/email')({
  validateSearch: searchOf({ 'trang-thai': oneOf(['QUEUED', 'SENT', 'DEAD']) }),
  component: function Emails() {
    const search = Route.useSearch();
    return <EmailsPage status={search['trang-thai']} />;
  },
});
