import type { FormEventHandler, ReactNode } from 'react';
import styles from './Editor.module.css';

interface Props {
  steps: ReactNode;
  /** What would make it better: below the steps, and on a narrow screen below the form. Nothing in it takes the focus. */
  advice?: ReactNode;
  onSubmit: FormEventHandler<HTMLFormElement>;
  children: ReactNode;
  bar: ReactNode;
}

/** The parts of the form on one side, the form on the other. */
export function EditorFrame({ steps, advice, onSubmit, children, bar }: Props) {
  return (
    <form onSubmit={onSubmit} noValidate>
      <div className={styles['frame']}>
        <div className={styles['side']}>
          {steps}
          {advice && <div className={styles['advice']}>{advice}</div>}
        </div>
        <div className={styles['form']}>{children}</div>
      </div>
      {bar}
    </form>
  );
}

export function EditorStep({ id, title, children }: { id: string; title: ReactNode; children: ReactNode }) {
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  );
}
