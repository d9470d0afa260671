import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Callout } from '@/ui/Callout';

/** Agreed with other owners: whoever can solve this can solve theirs too. */
export function PartOfJointCall({ callId }: { callId: string }) {
  return (
    <Callout title={<Trans>Lời mời chung</Trans>}>
      <p>
        <Trans>
          Nhu cầu này nằm trong một <Link to="/loi-moi-chung/$id" params={{ id: callId }}>lời mời chung</Link> với nhu cầu của các cơ quan khác.
          Mỗi bên nhận đề xuất riêng.
        </Trans>
      </p>
    </Callout>
  );
}
