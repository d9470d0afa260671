import { createFileRoute } from '@tanstack/react-router';
import { LeaveListPage } from '@/features/account';
import { loadAccountMessages } from '@/i18n/activate';

export const Route = createFileRoute('/roi-danh-sach/$token')({
  beforeLoad: loadAccountMessages,
  component: function LeaveList() {
    return <LeaveListPage token={Route.useParams().token} />;
  },
});
