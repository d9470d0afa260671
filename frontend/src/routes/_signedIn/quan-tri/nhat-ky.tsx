import { createFileRoute } from '@tanstack/react-router';
import { AuditPage } from '@/features/administration';
import { auditSearch } from '@/features/administration/search';

export const Route = createFileRoute('/_signedIn/quan-tri/nhat-ky')({
  validateSearch: auditSearch,
  component: function Audit() {
    return <AuditPage search={Route.useSearch()} />;
  },
});
