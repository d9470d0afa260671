import type { ReactNode } from 'react';
import styles from './Callout.module.css';

/** What the reader can do here; not for paper. */
export function Callout({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section className={`${styles['callout']} no-print`}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
