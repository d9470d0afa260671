import { createFileRoute } from '@tanstack/react-router';
import { oneOf, searchOf } from '@/app/search';
import { JointCallsPage } from '@/features/joint-calls';
import { jointCallStatuses } from '@/features/joint-calls/search';

export const Route = createFileRoute('/_signedIn/loi-moi-chung/')({
  validateSearch: searchOf({ 'trang-thai': oneOf(jointCallStatuses) }),
  component: function JointCalls() {
    return <JointCallsPage status={Route.useSearch()['trang-thai']} />;
  },
});
