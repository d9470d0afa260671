import { Trans, useLingui } from '@lingui/react/macro';
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

/** The explanation of a match: a bar for each factor, as long as its points; their sum is the score. */
export function FactorChart({ score, factors }: { score: number; factors: readonly DrawnFactor[] }) {
  const { t, i18n } = useLingui();
  const drawn = strongestFirst(factors);
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
        {drawn.map((factor) => (
          <li key={factor.key}>
            <Bar name={i18n._(factorLabels[factor.key])} value={factor.points} max={factor.weight} note={reasonOf(factor)} />
          </li>
        ))}
      </ul>
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
