import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { formatTime } from '@/i18n/format';
import { Icon } from '@/ui/Icon';
import { Row } from '@/ui/Panel';
import type { DraftState } from './useAutosave';
import styles from './Editor.module.css';

function Words({ state, byHand }: { state: DraftState; byHand: boolean }) {
  switch (state.kind) {
    case 'idle':
      return byHand ? <Trans>Chưa có thay đổi</Trans> : <Trans>Bản nháp tự lưu khi bạn soạn</Trans>;
    case 'dirty':
      return byHand ? <Trans>Có thay đổi chưa lưu, chưa công khai</Trans> : <Trans>Có thay đổi, sắp lưu…</Trans>;
    case 'saving':
      return <Trans>Đang lưu…</Trans>;
    case 'saved':
      return <Trans>Đã lưu {formatTime(new Date(state.at).toISOString())}</Trans>;
    case 'conflict':
      return <Trans>Chưa lưu: bản nháp đã được sửa ở nơi khác</Trans>;
    case 'refused':
      return <Trans>Chưa lưu: có chỗ cần sửa</Trans>;
    case 'failed':
      return byHand ? <Trans>Chưa lưu được. Hãy giữ trang này mở và thử lại.</Trans> : <Trans>Chưa lưu được, sẽ tự thử lại. Hãy giữ trang này mở.</Trans>;
  }
}

/** Stays at the foot of the window: whether the draft is saved, and the way on. */
export function SaveBar({ state, byHand = false, children }: { state: DraftState; byHand?: boolean; children: ReactNode }) {
  const bad = state.kind === 'conflict' || state.kind === 'refused' || state.kind === 'failed';
  return (
    <div className={styles['bar']}>
      <span className={bad ? `${styles['state']} ${styles['bad']}` : styles['state']} data-save-state={state.kind}>
        <Icon name={bad ? 'warning' : state.kind === 'saved' ? 'check' : 'edit'} />
        <span>
          <Words state={state} byHand={byHand} />
        </span>
      </span>
      <Row>{children}</Row>
    </div>
  );
}
