import { Trans, useLingui } from '@lingui/react/macro';
import { appError, describe } from '@/app/errors';
import { useConfirmedMutation } from '@/features/credentials';
import { DecisionDialog } from '@/features/moderation';
import { rulesAgainst } from '@/i18n/rules';
import { announce } from '@/ui/Announcer';
import { ReinstateUserDocument, SuspendUserDocument, type PersonListedFragment } from './administration.gql';

interface Props {
  open: boolean;
  person: PersonListedFragment;
  onClose: () => void;
}

/** Keeps a person out, or lets her in again. */
export function SuspensionDialog({ open, person, onClose }: Props) {
  const { t, i18n } = useLingui();
  const [, suspend] = useConfirmedMutation(SuspendUserDocument);
  const [, reinstate] = useConfirmedMutation(ReinstateUserDocument);
  const out = person.suspendedAt !== null;
  return (
    <DecisionDialog
      open={open}
      title={out ? <Trans>Khôi phục {person.name}</Trans> : <Trans>Đình chỉ {person.name}</Trans>}
      rules={rulesAgainst}
      tone={out ? 'primary' : 'danger'}
      decisions={[{ value: out ? 'REINSTATED' : 'SUSPENDED', label: out ? t`Khôi phục` : t`Đình chỉ` }]}
      // A reinstatement is no reproach: the words of one would be wrong.
      templates={!out}
      onClose={onClose}
      onConfirm={async (_decision, rule, reason) => {
        const { error } = await (out ? reinstate : suspend)({ input: { userId: person.id, rule, reason } });
        if (error) return describe(appError(error), i18n);
        announce(out ? t`Đã khôi phục` : t`Đã đình chỉ`);
        onClose();
        return null;
      }}
    >
      <p>
        {out ? (
          <Trans>Người này đăng nhập lại được, và những gì người này soạn hiện trở lại. Người này nhận thư kèm lý do.</Trans>
        ) : (
          <Trans>
            Mọi phiên đăng nhập và mã truy cập của người này chấm dứt ngay; những gì người này soạn bị ẩn, không mất. Người này nhận thư kèm lý do và cách khiếu nại trong 30 ngày. Bạn sẽ
            được hỏi để xác nhận danh tính.
          </Trans>
        )}
      </p>
    </DecisionDialog>
  );
}
