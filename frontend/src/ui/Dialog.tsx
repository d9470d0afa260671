import { Trans } from '@lingui/react/macro';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { Button } from './Button';
import styles from './Dialog.module.css';

interface Props {
  open: boolean;
  title: ReactNode;
  onClose: () => void;
  children: ReactNode;
}

/**
 * The browser's own modal dialog: it keeps the focus, and Escape closes it. The title takes the focus. It hangs
 * below the page's body, because a form in a form is none; what is submitted in it stays in it.
 */
export function Dialog({ open, title, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const titleId = useId();

  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    if (open && !element.open) {
      element.showModal();
      heading.current?.focus();
    }
    if (!open && element.open) element.close();
  }, [open]);

  return createPortal(
    <dialog ref={dialog} className={styles['dialog']} aria-labelledby={titleId} onClose={onClose} onSubmit={(event) => event.stopPropagation()}>
      {open && (
        <>
          <div className={styles['head']}>
            <h2 id={titleId} ref={heading} tabIndex={-1}>
              {title}
            </h2>
            <Button tone="quiet" onClick={onClose}>
              <Trans>Đóng</Trans>
            </Button>
          </div>
          {children}
        </>
      )}
    </dialog>,
    document.body,
  );
}
