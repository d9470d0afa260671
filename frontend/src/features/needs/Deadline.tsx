import { Trans } from '@lingui/react/macro';
import type { NeedStatus } from '@/graphql-types';
import { formatDate, formatRelative } from '@/i18n/format';

interface Props {
  need: { closesAt: string | null; status: NeedStatus };
  /** Both the date and the distance. */
  full?: boolean;
}

/** "Còn 12 ngày" while it matters, the date afterwards. */
export function Deadline({ need: { closesAt, status }, full = false }: Props) {
  if (!closesAt) return null;
  const date = formatDate(closesAt);
  if (status !== 'OPEN' && status !== 'CONSULTATION') return <Trans>Đã đóng {date}</Trans>;
  const distance = formatRelative(closesAt);
  if (full) {
    return (
      <Trans>
        {date} ({distance})
      </Trans>
    );
  }
  return <Trans>Hạn {distance}</Trans>;
}
