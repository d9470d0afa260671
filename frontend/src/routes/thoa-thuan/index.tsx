import { createFileRoute } from '@tanstack/react-router';
import { oneOf, searchOf } from '@/app/search';
import { AgreementsPage } from '@/features/agreements';
import { agreementKinds } from '@/features/agreements/search';
import { loadWorkspaceMessages } from '@/i18n/activate';

/** Everybody's; its words are with those of the signed-in pages, so that other public pages stay small. */
export const Route = createFileRoute('/thoa-thuan/')({
  validateSearch: searchOf({ loai: oneOf(agreementKinds) }),
  beforeLoad: () => loadWorkspaceMessages(),
  component: function Agreements() {
    return <AgreementsPage kind={Route.useSearch().loai} />;
  },
});
