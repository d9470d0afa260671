import { Plural, Trans } from '@lingui/react/macro';
import { Button } from './Button';
import styles from './State.module.css';

interface Props {
  shown: number;
  total: number;
  hasMore: boolean;
  busy: boolean;
  onMore: () => void;
}

/** Under a list: how much of it is here, and the rest on request. */
export function LoadMore({ shown, total, hasMore, busy, onMore }: Props) {
  return (
    <div className={`${styles['more']} no-print`}>
      <p role="status">
        <Plural value={total} one={`Đang hiện ${shown} trên # mục`} other={`Đang hiện ${shown} trên # mục`} />
      </p>
      {hasMore && (
        <Button onClick={onMore} busy={busy}>
          {busy ? <Trans>Đang tải thêm…</Trans> : <Trans>Xem thêm</Trans>}
        </Button>
      )}
    </div>
  );
}
