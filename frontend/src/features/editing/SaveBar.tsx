import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { formatTime } from '@/i18n/format';
import { Icon } from '@/ui/Icon';
import { Row } from '@/ui/Panel';
import type { DraftState } from './useAutosave';
import styles from './Editor.module.css';

function Words({ state }: { state: DraftState }) {
  switch (state.kind) {
    case 'idle':
      return <Trans>Bản nháp tự lưu khi bạn soạn</Trans>;
    case 'dirty':
      return <Trans>Có thay đổi, sắp lưu…</Trans>;
    case 'saving':
      return <Trans>Đang lưu…</Trans>;
    case 'saved':
      return <Trans>Đã lưu {formatTime(new Date(state.at).toISOString())}</Trans>;
    case 'conflict':
      return <Trans>Chưa lưu: bản nháp đã được sửa ở nơi khác</Trans>;
    case 'refused':
      return <Trans>Chưa lưu: có chỗ cần sửa</Trans>;
    case 'failed':
      return <Trans>Chưa lưu được, sẽ tự thử lại. Hãy giữ trang này mở.</Trans>;
  }
}

/** Stays at the foot of the window: whether the draft is saved, and the way on. */
export function SaveBar({ state, children }: { state: DraftState; children: ReactNode }) {
  const bad = state.kind === 'conflict' || state.kind === 'refused' || state.kind === 'failed';
  return (
    <div className={styles['bar']}>
      <span className={bad ? `${styles['state']} ${styles['bad']}` : styles['state']} data-save-state={state.kind}>
        <Icon name={bad ? 'warning' : state.kind === 'saved' ? 'check' : 'edit'} />
        <span>
          <Words state={state} />
        </span>
      </span>
      <Row>{children}</Row>
    </div>
  );
}
