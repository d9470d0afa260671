import { Trans } from '@lingui/react/macro';
import styles from './State.module.css';

interface Props {
  /** Heights of the blocks, in the order of the final layout, e.g. `['2.5rem', '12rem']`. */
  blocks?: string[];
}

const paragraph = ['2.25rem', '1.25rem', '8rem'];

/** The outline of what is coming; never a guessed value. */
export function Skeleton({ blocks = paragraph }: Props) {
  return (
    <div className={styles['skeleton']} aria-busy="true">
      <span className="visually-hidden">
        <Trans>Đang tải…</Trans>
      </span>
      {blocks.map((height, index) => (
        // eslint-disable-next-line react/no-array-index-key -- blocks have no identity
        <div key={index} className={styles['block']} style={{ height }} />
      ))}
    </div>
  );
}
