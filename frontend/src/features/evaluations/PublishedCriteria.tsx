import { Trans, useLingui } from '@lingui/react/macro';
import { BilingualText } from '@/ui/BilingualText';
import { Section } from '@/ui/Page';
import { Soft, TableBox } from '@/ui/Panel';
import styles from './Evaluations.module.css';
import type { CriterionFragment } from './evaluations.gql';
import { criterionKindLabels } from '@/i18n/evaluationLabels';

/** What was promised to bidders: criteria, weights, and how the price and equal totals are dealt with. */
export function PublishedCriteria({ criteria, anonymous }: { criteria: readonly CriterionFragment[]; anonymous: boolean }) {
  const { t, i18n } = useLingui();
  return (
    <Section title={<Trans>Tiêu chí đánh giá</Trans>}>
      <TableBox label={t`Tiêu chí đánh giá`}>
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Tiêu chí</Trans>
              </th>
              <th scope="col">
                <Trans>Cách chấm</Trans>
              </th>
              <th scope="col" className={styles['number']}>
                <Trans>Trọng số</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {criteria.map(({ id, name, description, weight, kind }) => (
              <tr key={id}>
                <th scope="row">
                  <BilingualText value={name} />
                  {(description.vi || description.en) && (
                    <Soft>
                      <BilingualText value={description} />
                    </Soft>
                  )}
                </th>
                <td>{i18n._(criterionKindLabels[kind])}</td>
                <td className={styles['number']}>{weight} %</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
      <Formula price={criteria.some(({ kind }) => kind === 'PRICE')} />
      {anonymous && (
        <Soft>
          <Trans>Tổ đánh giá và cơ quan chỉ thấy «Bên dự A, B, …» cho đến khi tổ trưởng phê duyệt kết quả. Bên dự không nên nêu tên mình trong phần nội dung.</Trans>
        </Soft>
      )}
    </Section>
  );
}

/** The rules of the ranking, the same wherever it is shown. */
export function Formula({ price }: { price: boolean }) {
  return (
    <>
      {price && (
        <Soft>
          <Trans>Điểm giá = 100 × giá thấp nhất ÷ giá của bên dự (công thức tỷ lệ giá thấp nhất, thường dùng trong đấu thầu), làm tròn hai chữ số thập phân.</Trans>
        </Soft>
      )}
      <Soft>
        <Trans>Tổng điểm = tổng của trọng số × điểm ÷ 100. Nếu bằng nhau, bên có điểm giá cao hơn đứng trước, rồi đến thứ tự chữ cái.</Trans>
      </Soft>
    </>
  );
}
