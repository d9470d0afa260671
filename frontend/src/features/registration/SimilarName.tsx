import { Trans } from '@lingui/react/macro';
import type { ComponentPropsWithRef } from 'react';
import { Option } from '@/ui/Field';
import { Notice } from '@/ui/Panel';

/** After the server found a name that looks like this one: it is another organisation all the same. */
export function SimilarName(input: ComponentPropsWithRef<'input'>) {
  return (
    <Notice tone="warning">
      <p>
        <Trans>Nếu tổ chức nêu ở trên chính là tổ chức của bạn, hãy xin tham gia thay vì khai lại.</Trans>
      </p>
      <Option {...input} type="checkbox">
        <Trans>Đây là tổ chức khác, chỉ trùng hoặc gần giống tên. Tôi hiểu Liên minh sẽ xem trước khi tổ chức hiện công khai.</Trans>
      </Option>
    </Notice>
  );
}
