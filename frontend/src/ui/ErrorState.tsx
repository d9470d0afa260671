import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Button } from './Button';
import styles from './State.module.css';

interface Props {
  message: ReactNode;
  retry?: (() => void) | undefined;
  retrying?: boolean;
}

export function ErrorState({ message, retry, retrying = false }: Props) {
  return (
    <div className={`${styles['state']} ${styles['error']}`} role="alert">
      <p>{message}</p>
      {retry && (
        <Button onClick={retry} busy={retrying}>
          {retrying ? <Trans>Đang thử lại…</Trans> : <Trans>Thử lại</Trans>}
        </Button>
      )}
    </div>
  );
}
