import { Trans, useLingui } from '@lingui/react/macro';
import type { HiddenReason } from '@/graphql-types';
import { formatDateTime } from '@/i18n/format';
import { hiddenReasonLabels } from '@/i18n/staffLabels';
import { Notice } from '@/ui/Panel';

export interface HiddenNoticeProps {
  hiddenFor: readonly HiddenReason[];
}

export function HiddenNotice({ hiddenFor }: HiddenNoticeProps) {
  const { i18n } = useLingui();
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
        <Trans>Lý do và cách khiếu nại nằm trong thư Liên minh đã gửi cho tổ chức. Nội dung không mất, và hiện lại khi không còn lý do nào ở trên.</Trans>
      </p>
    </Notice>
  );
}

export function SuspendedNotice({ suspendedAt }: { suspendedAt: string }) {
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
    </Notice>
  );
}
