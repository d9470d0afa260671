import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useViewer } from '@/app/SessionProvider';
import { Button } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { OrganizationCare } from './OrganizationCare';
import { ReportDialog } from './ReportDialog';

export { HiddenNotice, SuspendedNotice } from './HiddenNotice';

export interface ConductProps {
  what: 'need' | 'offer' | 'organization';
  id: string;
  /** The organisation whose it is; of an organisation itself. */
  owner: string;
  /** Of an organisation. */
  suspendedAt?: string | null;
}

export function Conduct({ what, id, owner, suspendedAt = null }: ConductProps) {
  const viewer = useViewer();
  const [asking, setAsking] = useState(false);
  // One's own is changed or taken back, not reported.
  const own = viewer.memberships.some(({ status, organization }) => status === 'ACTIVE' && organization.id === owner);
  if (own) return null;
  return (
    <>
      {what === 'organization' && viewer.staffRole === 'ADMINISTRATOR' && <OrganizationCare id={id} suspendedAt={suspendedAt} />}
      <div className="no-print">
        <Button tone="quiet" onClick={() => setAsking(true)}>
          <Icon name="flag" />
          <Trans>Báo vi phạm</Trans>
        </Button>
      </div>
      <ReportDialog open={asking} what={what} id={id} onClose={() => setAsking(false)} />
    </>
  );
}
