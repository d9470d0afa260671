import { Trans } from '@lingui/react/macro';
import { Fact, SummaryList } from '@/ui/SummaryList';
import { Tag } from '@/ui/Tag';

function Agreed({ yes }: { yes: boolean }) {
  return yes ? (
    <Tag tone="positive" icon="check">
      <Trans>Đã đồng ý</Trans>
    </Tag>
  ) : (
    <Tag tone="warning" icon="clock">
      <Trans>Đang chờ</Trans>
    </Tag>
  );
}

/** How far a change of address is. */
export function Agreements({ old, fresh }: { old: boolean; fresh: boolean }) {
  return (
    <SummaryList>
      <Fact name={<Trans>Địa chỉ hiện tại</Trans>}>
        <Agreed yes={old} />
      </Fact>
      <Fact name={<Trans>Địa chỉ mới</Trans>}>
        <Agreed yes={fresh} />
      </Fact>
    </SummaryList>
  );
}
