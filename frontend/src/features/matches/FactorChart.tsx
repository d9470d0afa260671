import { Trans, useLingui } from '@lingui/react/macro';
import { useId } from 'react';
import type { FactorKey } from '@/graphql-types';
import { formatNumber, formatPoints } from '@/i18n/format';
import { factorLabels } from '@/i18n/workLabels';
import { locale } from '@/i18n/locale';
import { Bar } from '@/ui/Bar';
import { Stack } from '@/ui/Page';
import { TableBox } from '@/ui/Panel';
import styles from './FactorChart.module.css';

export interface DrawnFactor {
  key: FactorKey;
  value: number;
  weight: number;
  points: number;
  reasonVi: string;
  reasonEn: string;
}

function reasonOf(factor: DrawnFactor): string {
  return locale === 'vi' ? factor.reasonVi : factor.reasonEn;
}

/** Most points first: why the two fit, before why they do not. */
export function strongestFirst<Factor extends DrawnFactor>(factors: readonly Factor[]): Factor[] {
  return factors.toSorted((a, b) => b.points - a.points || b.weight - a.weight);
}

/**
 * The explanation of a match: a bar for each factor that gave points, as long as they are many, the most first; the
 * sum is the score. What was compared and gave none stands below in short, so that the page is no wall of bars.
 */
export function FactorChart({ score, factors }: { score: number; factors: readonly DrawnFactor[] }) {
  const { t, i18n } = useLingui();
  const silentId = useId();
  const drawn = strongestFirst(factors).filter(({ weight }) => weight > 0);
  const counted = drawn.filter(({ points }) => points > 0);
  const silent = drawn.filter(({ points }) => points <= 0);
  const scale = Math.max(...drawn.map(({ weight }) => weight));
  const total = drawn.reduce((sum, { weight }) => sum + weight, 0);
  return (
    <Stack>
      <p className={styles['score']}>
        <strong className="numeric">{formatPoints(score)}</strong>
        <span>
          <Trans>trên {formatNumber(total)} điểm, là tổng của các yếu tố dưới đây</Trans>
        </span>
      </p>
      <ul className={styles['chart']} role="list">
        {counted.map((factor) => (
          <li key={factor.key}>
            <Bar name={i18n._(factorLabels[factor.key])} value={factor.points} max={factor.weight} scale={scale} note={reasonOf(factor)} />
          </li>
        ))}
      </ul>
      {silent.length > 0 && (
        <section className={styles['silent']} aria-labelledby={silentId}>
          <h3 id={silentId}>
            <Trans>Chưa góp điểm</Trans>
          </h3>
          <dl>
            {silent.map((factor) => (
              <div key={factor.key}>
                <dt>
                  {i18n._(factorLabels[factor.key])} <span className="numeric">(0 / {formatPoints(factor.weight)})</span>
                </dt>
                <dd>{reasonOf(factor)}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <details className={styles['twin']}>
        <summary>
          <Trans>Xem dưới dạng bảng số</Trans>
        </summary>
        <TableBox label={t`Điểm của từng yếu tố`}>
          <table>
            <thead>
              <tr>
                <th scope="col">
                  <Trans>Yếu tố</Trans>
                </th>
                <th scope="col" className={styles['number']}>
                  <Trans>Mức đạt</Trans>
                </th>
                <th scope="col" className={styles['number']}>
                  <Trans>Trọng số</Trans>
                </th>
                <th scope="col" className={styles['number']}>
                  <Trans>Điểm</Trans>
                </th>
                <th scope="col">
                  <Trans>Lý do</Trans>
                </th>
              </tr>
            </thead>
            <tbody>
              {drawn.map((factor) => (
                <tr key={factor.key}>
                  <th scope="row">{i18n._(factorLabels[factor.key])}</th>
                  <td className={styles['number']}>{formatNumber(factor.value * 100)} %</td>
                  <td className={styles['number']}>{formatNumber(factor.weight)}</td>
                  <td className={styles['number']}>{formatPoints(factor.points)}</td>
                  <td>{reasonOf(factor)}</td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row" colSpan={2}>
                  <Trans>Tổng</Trans>
                </th>
                <td className={styles['number']}>{formatNumber(total)}</td>
                <td className={styles['number']}>{formatPoints(score)}</td>
                <td />
              </tr>
            </tfoot>
          </table>
        </TableBox>
      </details>
    </Stack>
  );
}

/** The score alone, for a list. */
export function Score({ score }: { score: number }) {
  return (
    <span className={styles['ring']}>
      <span className="numeric">{formatNumber(Math.round(score))}</span>
      <span className="visually-hidden">
        {' '}
        <Trans>trên 100 điểm</Trans>
      </span>
    </span>
  );
}
