import type { ReactNode } from 'react';
import styles from './SummaryList.module.css';

/** Facts as pairs; `stacked` puts the value under its name, for narrow columns. */
export function SummaryList({ children, stacked = false }: { children: ReactNode; stacked?: boolean }) {
  return <dl className={stacked ? `${styles['list']} ${styles['stacked']}` : styles['list']}>{children}</dl>;
}

/** Shows nothing when there is nothing to say. */
export function Fact({ name, children }: { name: ReactNode; children: ReactNode }) {
  if (children === null || children === undefined || children === false || children === '') return null;
  return (
    <div className={styles['row']}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
