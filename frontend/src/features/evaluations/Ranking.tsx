import { Trans, useLingui } from '@lingui/react/macro';
import { localized } from '@/i18n/bilingual';
import { moneyInWords } from '@/i18n/money';
import { BilingualText } from '@/ui/BilingualText';
import { Section } from '@/ui/Page';
import { Soft, TableBox } from '@/ui/Panel';
import { Tag } from '@/ui/Tag';
import styles from './Evaluations.module.css';
import { Formula } from './PublishedCriteria';
import type { EvaluationWholeFragment } from './evaluations.gql';
import { formatScore } from './figures';

export type Bid = EvaluationWholeFragment['bids'][number];

export function bidName(bid: Bid) {
  return bid.organization ? `${bid.label} – ${localized(bid.organization.legalName).text}` : bid.label;
}

/** The ranking with every figure that leads to it, so that anybody can follow it with a pencil. */
export function Ranking({ evaluation }: { evaluation: EvaluationWholeFragment }) {
  const { t } = useLingui();
  const ranked = evaluation.bids.filter(({ rank }) => rank !== null).toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  if (ranked.length === 0) return null;
  return (
    <Section title={<Trans>Xếp hạng và cách tính</Trans>}>
      <TableBox label={t`Xếp hạng và cách tính`}>
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col" className={styles['number']}>
                <Trans>Hạng</Trans>
              </th>
              <th scope="col">
                <Trans>Bên dự</Trans>
              </th>
              {evaluation.criteria.map(({ id, name, weight }) => (
                <th key={id} scope="col" className={styles['number']}>
                  <BilingualText value={name} /> × {weight} %
                </th>
              ))}
              <th scope="col" className={styles['number']}>
                <Trans>Tổng</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {ranked.map((bid) => (
              <tr key={bid.label}>
                <td className={styles['number']}>{bid.rank}</td>
                <th scope="row">
                  {bidName(bid)}
                  {bid.price && <Soft>{moneyInWords(bid.price.amount)}</Soft>}
                  {bid.shortlisted && (
                    <Tag tone="accent" icon="star">
                      <Trans>Danh sách ngắn</Trans>
                    </Tag>
                  )}
                  {bid.selected && (
                    <Tag tone="positive" icon="check">
                      <Trans>Được chọn</Trans>
                    </Tag>
                  )}
                </th>
                {evaluation.criteria.map(({ id }) => {
                  const line = bid.lines.find(({ criterionId }) => criterionId === id);
                  return (
                    <td key={id} className={styles['number']}>
                      {line?.score === null || !line ? '–' : `${formatScore(line.score)} → ${formatScore(line.points)}`}
                    </td>
                  );
                })}
                <td className={styles['number']}>
                  <strong>{formatScore(bid.total)}</strong>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
      <Formula price={evaluation.criteria.some(({ kind }) => kind === 'PRICE')} />
    </Section>
  );
}
