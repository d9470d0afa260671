import type { ReactNode } from 'react';
import { formatPoints } from '@/i18n/format';
import styles from './Bar.module.css';

interface Props {
  name: ReactNode;
  value: number;
  max: number;
  /** The largest `max` among bars that stand together: their lengths can then be compared. */
  scale?: number;
  /** Why it is so: the reason of a factor. */
  note?: ReactNode;
}

/** One factor of a score: its name, its points out of its weight, a bar of the same, and the reason. */
export function Bar({ name, value, max, scale = max, note }: Props) {
  const width = (length: number) => (scale > 0 ? Math.min(Math.max(length / scale, 0), 1) * 100 : 0);
  return (
    <div className={styles['bar']}>
      <span className={styles['name']}>{name}</span>
      <span className="numeric">
        {formatPoints(value)} / {formatPoints(max)}
      </span>
      <svg className={styles['track']} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect className={styles['rest']} width={width(max)} height="10" />
        <rect className={styles['filled']} width={width(value)} height="10" />
      </svg>
      {note && <span className={styles['note']}>{note}</span>}
    </div>
  );
}
