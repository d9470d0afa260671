import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { FactorKey } from '@/graphql-types';
import { formatPoints } from '@/i18n/format';
import { factorLabels } from '@/i18n/workLabels';
import { Panel } from '@/ui/Panel';
import styles from './Engine.module.css';

export interface Weight {
  key: FactorKey;
  points: number;
}

/** The most points of each factor as bars, the heaviest first. */
export function MostPoints({ title, weights }: { title: ReactNode; weights: readonly Weight[] }) {
  const { i18n } = useLingui();
  const most = Math.max(...weights.map(({ points }) => points), 1);
  return (
    <Panel>
      <h3>{title}</h3>
      <ul className={styles['bars']} role="list">
        {weights
          .toSorted((a, b) => b.points - a.points)
          .map(({ key, points }) => (
            <li key={key}>
              <span>{i18n._(factorLabels[key])}</span>
              <span className="numeric">
                <Trans>{formatPoints(points)} điểm</Trans>
              </span>
              <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                <rect width={(points / most) * 100} height="10" />
              </svg>
            </li>
          ))}
      </ul>
    </Panel>
  );
}
