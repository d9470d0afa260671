import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { appError, describe } from '@/app/errors';
import { ConfirmIdentity, useConfirmedMutation } from '@/features/credentials';
import { DecisionDialog } from '@/features/moderation';
import { rulesAgainst } from '@/i18n/rules';
import { announce } from '@/ui/Announcer';
import { Button, LinkButton } from '@/ui/Button';
import { Callout } from '@/ui/Callout';
import { Row } from '@/ui/Panel';
import { ReinstateOrganizationDocument, SuspendOrganizationDocument } from './conduct.gql';

/** What an administrator can do about an organisation. */
export function OrganizationCare({ id, suspendedAt }: { id: string; suspendedAt: string | null }) {
  const { t, i18n } = useLingui();
  const [asking, setAsking] = useState(false);
  const [, suspend] = useConfirmedMutation(SuspendOrganizationDocument);
  const [, reinstate] = useConfirmedMutation(ReinstateOrganizationDocument);
  const out = suspendedAt !== null;
  return (
    <>
      <Callout title={<Trans>Dành cho quản trị viên</Trans>}>
        <Row>
          <Button tone={out ? 'secondary' : 'danger'} onClick={() => setAsking(true)}>
            {out ? <Trans>Khôi phục tổ chức</Trans> : <Trans>Đình chỉ tổ chức</Trans>}
          </Button>
          <LinkButton to="/quan-tri/gop" search={{ tu: id }}>
            <Trans>Gộp vào tổ chức khác</Trans>
          </LinkButton>
          <LinkButton to="/quan-tri/nhat-ky" search={{ 'doi-tuong': id }}>
            <Trans>Xem nhật ký</Trans>
          </LinkButton>
        </Row>
      </Callout>
      <DecisionDialog
        open={asking}
        title={out ? <Trans>Khôi phục tổ chức này</Trans> : <Trans>Đình chỉ tổ chức này</Trans>}
        rules={rulesAgainst}
        tone={out ? 'primary' : 'danger'}
        decisions={[{ value: out ? 'REINSTATED' : 'SUSPENDED', label: out ? t`Khôi phục tổ chức` : t`Đình chỉ tổ chức` }]}
        // A reinstatement is no reproach: the words of one would be wrong.
        templates={!out}
        onClose={() => setAsking(false)}
        onConfirm={async (_decision, rule, reason) => {
          const { error } = await (out ? reinstate : suspend)({ input: { organizationId: id, rule, reason } });
          if (error) return describe(appError(error), i18n);
          announce(out ? t`Đã khôi phục tổ chức` : t`Đã đình chỉ tổ chức`);
          setAsking(false);
          return null;
        }}
      >
        <p>
          {out ? (
            <Trans>Trang và tin đăng của tổ chức hiện trở lại, thành viên làm việc được như trước. Chủ quản nhận thư kèm lý do.</Trans>
          ) : (
            <Trans>Trang, nhu cầu và giải pháp của tổ chức bị ẩn; thành viên chỉ còn đọc. Không có gì bị mất. Chủ quản nhận thư kèm lý do và có thể khiếu nại trong 30 ngày.</Trans>
          )}
        </p>
      </DecisionDialog>
      <ConfirmIdentity />
    </>
  );
}
