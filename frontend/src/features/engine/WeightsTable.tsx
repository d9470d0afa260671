import { Trans, useLingui } from '@lingui/react/macro';
import { formatPoints } from '@/i18n/format';
import { valuesOf } from '@/i18n/labels';
import { factorLabels } from '@/i18n/workLabels';
import { TableBox } from '@/ui/Panel';
import styles from './Engine.module.css';
import type { Weight } from './MostPoints';

interface Props {
  version: string;
  /** Those that rank now. */
  current: readonly Weight[];
  weights: readonly Weight[];
  /** These are those. */
  adopted: boolean;
}

/** The most points of each factor, an offer's, beside those that rank now. */
export function WeightsTable({ version, current, weights, adopted }: Props) {
  const { t, i18n } = useLingui();
  const of = (all: readonly Weight[], key: Weight['key']) => all.find((one) => one.key === key)?.points ?? 0;
  const rows = valuesOf(factorLabels).map((key) => ({ key, now: of(current, key), learnt: of(weights, key) }));
  return (
    <details className={styles['more']}>
      <summary>
        <Trans>
          Điểm của từng yếu tố<span className="visually-hidden"> ({version})</span>
        </Trans>
      </summary>
      <TableBox label={t`Điểm của từng yếu tố: ${version}`}>
        <table>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Yếu tố</Trans>
              </th>
              {!adopted && (
                <th scope="col" className={styles['number']}>
                  <Trans>Đang xếp hạng</Trans>
                </th>
              )}
              <th scope="col" className={styles['number']}>
                {version}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows
              .filter(({ now, learnt }) => now > 0 || learnt > 0)
              .map(({ key, now, learnt }) => (
                <tr key={key}>
                  <th scope="row">{i18n._(factorLabels[key])}</th>
                  {!adopted && <td className={styles['number']}>{formatPoints(now)}</td>}
                  <td className={styles['number']}>{formatPoints(learnt)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </TableBox>
    </details>
  );
}
