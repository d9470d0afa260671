import { Trans, useLingui } from '@lingui/react/macro';
import type { ReviewDecision, ReviewKind } from '@/graphql-types';
import { formatTime } from '@/i18n/format';
import { decisionLabel } from '@/i18n/staffLabels';
import type { IconName } from '@/ui/Icon';
import { Tag, type Tone } from '@/ui/Tag';

const looks: Record<ReviewDecision, [Tone, IconName]> = {
  APPROVED: ['positive', 'check'],
  INTRODUCED: ['positive', 'link'],
  REINSTATED: ['positive', 'check'],
  CHANGES_REQUESTED: ['warning', 'edit'],
  REJECTED: ['danger', 'cross'],
  BLOCKED: ['danger', 'lock'],
  SUSPENDED: ['danger', 'pause'],
  UPHELD: ['accent', 'flag'],
  DISMISSED: ['neutral', 'cross'],
  OVERTURNED: ['warning', 'arrow'],
};

export function DecisionTag({ kind, decision }: { kind: ReviewKind; decision: ReviewDecision }) {
  const { i18n } = useLingui();
  const [tone, icon] = looks[decision];
  return (
    <Tag tone={tone} icon={icon}>
      {i18n._(decisionLabel(kind, decision))}
    </Tag>
  );
}

interface Held {
  claimedBy: string | null;
  claimedByViewer: boolean;
  claimedUntil: string | null;
}

/** Who is at it; nothing while nobody is. */
export function HolderTag({ claimedBy, claimedByViewer, claimedUntil }: Held) {
  if (!claimedBy || !claimedUntil) return null;
  const until = formatTime(claimedUntil);
  return claimedByViewer ? (
    <Tag tone="accent" icon="user">
      <Trans>Bạn đang giữ đến {until}</Trans>
    </Tag>
  ) : (
    <Tag tone="neutral" icon="lock">
      <Trans>
        {claimedBy} đang giữ đến {until}
      </Trans>
    </Tag>
  );
}
