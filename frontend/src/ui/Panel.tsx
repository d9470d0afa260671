import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon';
import styles from './Panel.module.css';

/** A box around things that belong together. */
export function Panel({ children }: { children: ReactNode }) {
  return <div className={styles['panel']}>{children}</div>;
}

/** Things beside each other that wrap: buttons, tags, a title and its status. */
export function Row({ children, spread = false }: { children: ReactNode; spread?: boolean }) {
  return <div className={spread ? `${styles['row']} ${styles['spread']}` : styles['row']}>{children}</div>;
}

export function Columns({ children }: { children: ReactNode }) {
  return <div className={styles['two']}>{children}</div>;
}

export function Soft({ children }: { children: ReactNode }) {
  return <p className={styles['soft']}>{children}</p>;
}

type Tone = 'accent' | 'warning' | 'danger' | 'positive';
const icons: Record<Tone, IconName> = { accent: 'info', warning: 'warning', danger: 'warning', positive: 'check' };

/** Something to know before going on; says it in words, the colour only repeats it. */
export function Notice({ tone = 'accent', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <div className={`${styles['notice']} ${styles[tone] ?? ''}`}>
      <Icon name={icons[tone]} />
      <div>{children}</div>
    </div>
  );
}

/** A wide table scrolls within its own box, also by keyboard. */
export function TableBox({ children, label }: { children: ReactNode; label: string }) {
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <section className={styles['scroll']} tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
