import { Trans } from '@lingui/react/macro';
import { Tag } from '@/ui/Tag';

/** Others do not see it; its page says why. */
export function HiddenTag() {
  return (
    <Tag tone="danger" icon="lock">
      <Trans>Đang bị ẩn</Trans>
    </Tag>
  );
}
