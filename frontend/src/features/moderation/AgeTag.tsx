import { Trans } from '@lingui/react/macro';
import { formatRelative } from '@/i18n/format';
import { Tag } from '@/ui/Tag';
import { ageLooks, ageOf } from './age';

/** How long it waits: a word, an icon and a colour. */
export function AgeTag({ openedAt }: { openedAt: string }) {
  const age = ageOf(openedAt);
  const [tone, icon] = ageLooks[age];
  return (
    <Tag tone={tone} icon={icon}>
      {age === 'fresh' ? <Trans>Mới</Trans> : age === 'due' ? <Trans>Cần xem</Trans> : <Trans>Quá hẹn</Trans>} · {formatRelative(openedAt)}
    </Tag>
  );
}
