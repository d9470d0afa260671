import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon';
import styles from './Tag.module.css';

export type Tone = 'plain' | 'neutral' | 'accent' | 'positive' | 'warning' | 'danger';

export function Tag({ tone = 'plain', icon, children }: { tone?: Tone; icon?: IconName; children: ReactNode }) {
  return (
    <span className={`${styles['tag']} ${styles[tone]}`}>
      {icon && <Icon name={icon} size={16} />}
      <span>{children}</span>
    </span>
  );
}

export function TagList({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <ul className={styles['list']} role="list" aria-label={label}>
      {children}
    </ul>
  );
}
