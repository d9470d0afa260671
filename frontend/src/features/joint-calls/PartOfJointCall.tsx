import { Plural, Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Callout } from '@/ui/Callout';

export interface Agreed {
  id: string;
  parts: readonly { need: { id: string } }[];
}

/** Agreed with other owners: whoever can solve this can solve theirs too. */
export function PartOfJointCall({ call, needId }: { call: Agreed; needId: string }) {
  const others = call.parts.filter(({ need }) => need.id !== needId).length;
  return (
    <Callout title={<Trans>Lời mời chung</Trans>}>
      <p>
        <Trans>
          Nhu cầu này nằm trong một <Link to="/loi-moi-chung/$id" params={{ id: call.id }}>lời mời chung</Link> với <Plural value={others} one="# nhu cầu khác" other="# nhu cầu khác" />.
          Mỗi bên nhận đề xuất riêng.
        </Trans>
      </p>
    </Callout>
  );
}
