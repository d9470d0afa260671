import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from 'urql';
import { appError, describe } from '@/app/errors';
import type { ProposalDecision } from '@/graphql-types';
import { localized } from '@/i18n/bilingual';
import { announce } from '@/ui/Announcer';
import { ReasonDialog } from '@/ui/ReasonDialog';
import { DecideProposalDocument, type ProposalWholeFragment } from './proposals.gql';

interface Props {
  proposal: ProposalWholeFragment;
  /** Null: closed. */
  decision: ProposalDecision | null;
  onClose: () => void;
  onDecided?: () => void;
}

/** The reason goes to the bidder by e-mail: silence is not an outcome. */
export function DecideDialog({ proposal, decision, onClose, onDecided }: Props) {
  const { t, i18n } = useLingui();
  const [, decide] = useMutation(DecideProposalDocument);
  const bidder = localized(proposal.organization.legalName).text;
  const selecting = decision === 'SELECTED';
  return (
    <ReasonDialog
      open={decision !== null}
      title={selecting ? <Trans>Chọn đề xuất của {bidder}?</Trans> : <Trans>Không chọn đề xuất của {bidder}?</Trans>}
      reasonLabel={<Trans>Lý do</Trans>}
      reasonHint={<Trans>{bidder} nhận quyết định và lý do này qua thư điện tử.</Trans>}
      action={selecting ? <Trans>Chọn đề xuất này</Trans> : <Trans>Không chọn</Trans>}
      tone={selecting ? 'primary' : 'danger'}
      onClose={onClose}
      onConfirm={async (reason) => {
        if (!decision) return null;
        const { error } = await decide({ input: { proposalId: proposal.id, decision, reason } });
        if (error) return describe(appError(error), i18n);
        announce(selecting ? t`Đã chọn đề xuất` : t`Đã ghi nhận không chọn`);
        onClose();
        onDecided?.();
        return null;
      }}
    >
      {selecting && (
        <p>
          <Trans>Nhu cầu chuyển sang «Đã ghép nối». Việc lựa chọn nhà đầu tư hoặc nhà thầu theo luật vẫn thực hiện trên Hệ thống mạng đấu thầu quốc gia.</Trans>
        </p>
      )}
    </ReasonDialog>
  );
}
