import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useSession } from '@/app/SessionProvider';
import type { HiddenReason } from '@/graphql-types';
import { formatDateTime } from '@/i18n/format';
import { hiddenReasonLabels } from '@/i18n/staffLabels';
import { Notice } from '@/ui/Panel';

interface Whose {
  /** By what it was decided, as far as the reader is told. */
  decision: string | undefined;
  /** The organisation whose it is. */
  owner: string;
}

/** What the reader is in an organisation; null for others. */
function useRoleIn(owner: string) {
  const { viewer } = useSession();
  return viewer?.memberships.find(({ status, organization }) => status === 'ACTIVE' && organization.id === owner)?.role ?? null;
}

function ToDecision({ id }: { id: string }) {
  return (
    <Link to="/khieu-nai/$id" params={{ id }}>
      <Trans>Xem quyết định, khiếu nại</Trans>
    </Link>
  );
}

export interface HiddenNoticeProps extends Whose {
  hiddenFor: readonly HiddenReason[];
}

export function HiddenNotice({ hiddenFor, decision, owner }: HiddenNoticeProps) {
  const { i18n } = useLingui();
  const role = useRoleIn(owner);
  return (
    <Notice tone="warning">
      <p>
        <strong>
          <Trans>Nội dung này đang bị ẩn</Trans>
        </strong>
        . <Trans>Chỉ tổ chức của nó và Liên minh đọc được.</Trans>
      </p>
      <ul>
        {hiddenFor.map((reason) => (
          <li key={reason}>{i18n._(hiddenReasonLabels[reason])}</li>
        ))}
      </ul>
      <p>
        <Trans>Nội dung không mất, và hiện lại khi không còn lý do nào ở trên. Lý do cụ thể và cách khiếu nại nằm trong thư Liên minh đã gửi.</Trans>
      </p>
      {decision && role !== null && role !== 'VIEWER' && (
        <p>
          <ToDecision id={decision} />
        </p>
      )}
    </Notice>
  );
}

export interface SuspendedNoticeProps extends Whose {
  suspendedAt: string;
}

export function SuspendedNotice({ suspendedAt, decision, owner }: SuspendedNoticeProps) {
  const role = useRoleIn(owner);
  return (
    <Notice tone="danger">
      <p>
        <strong>
          <Trans>Tổ chức này đang bị đình chỉ</Trans>
        </strong>{' '}
        <Trans>từ {formatDateTime(suspendedAt)}.</Trans>
      </p>
      <p>
        <Trans>
          Trang này cùng nhu cầu, giải pháp của tổ chức chỉ thành viên và Liên minh đọc được; thành viên chỉ đọc, không sửa. Lý do và cách khiếu nại nằm trong thư gửi chủ quản. Không có gì bị
          mất.
        </Trans>
      </p>
      {decision && role === 'OWNER' && (
        <p>
          <ToDecision id={decision} />
        </p>
      )}
    </Notice>
  );
}
