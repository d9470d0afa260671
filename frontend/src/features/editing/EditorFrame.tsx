import type { FormEventHandler, ReactNode } from 'react';
import styles from './Editor.module.css';

/** The parts of the form on one side, the form on the other. */
export function EditorFrame({ steps, onSubmit, children, bar }: { steps: ReactNode; onSubmit: FormEventHandler<HTMLFormElement>; children: ReactNode; bar: ReactNode }) {
  return (
    <form onSubmit={onSubmit} noValidate>
      <div className={styles['frame']}>
        {steps}
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
