import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useSingleKeys } from '@/app/singleKeys';
import { Dialog } from '@/ui/Dialog';
import { Option } from '@/ui/Field';
import { Stack } from '@/ui/Page';
import { Soft } from '@/ui/Panel';
import styles from './Moderation.module.css';

export function KeysHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  const [single, setSingle] = useSingleKeys();
  return (
    <Dialog open={open} title={<Trans>Phím tắt</Trans>} onClose={onClose}>
      <Stack>
        <dl className={styles['keys']}>
          <Key keys="J / K">
            <Trans>Mục sau, mục trước</Trans>
          </Key>
          <Key keys="Enter">
            <Trans>Mở mục đang chọn</Trans>
          </Key>
          <Key keys="C">
            <Trans>Nhận xử lý</Trans>
          </Key>
          <Key keys="R">
            <Trans>Trả lại cho người khác</Trans>
          </Key>
          <Key keys="U">
            <Trans>Về danh sách</Trans>
          </Key>
          <Key keys="Ctrl + Enter">
            <Trans>Duyệt, hoặc mở phiếu quyết định (có hỏi lại)</Trans>
          </Key>
          <Key keys="Alt + Shift + S">
            <Trans>Trả lại hoặc chặn, kèm lý do</Trans>
          </Key>
          <Key keys="?">
            <Trans>Bảng này</Trans>
          </Key>
        </dl>
        <Option type="checkbox" checked={single} onChange={(event) => setSingle(event.target.checked)}>
          <Trans>Dùng phím đơn (J, K, C, R, U, ?)</Trans>
        </Option>
        <Soft>
          <Trans>Phím đơn không có tác dụng khi bạn đang gõ chữ. Hãy tắt nếu bạn điều khiển máy bằng giọng nói. Alt + Shift + N và Alt + Shift + P cũng sang mục sau, mục trước.</Trans>
        </Soft>
      </Stack>
    </Dialog>
  );
}

function Key({ keys, children }: { keys: string; children: ReactNode }) {
  return (
    <div>
      <dt>{children}</dt>
      <dd>
        <kbd>{keys}</kbd>
      </dd>
    </div>
  );
}
