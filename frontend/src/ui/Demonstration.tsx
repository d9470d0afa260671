import { Trans } from '@lingui/react/macro';
import { Tag } from './Tag';

/** On everything that the demonstration data brought. */
export function Demonstration() {
  return (
    <Tag icon="info" tone="warning">
      <Trans>Dữ liệu minh họa</Trans>
    </Tag>
  );
}
