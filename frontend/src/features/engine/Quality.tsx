import { Trans, useLingui } from '@lingui/react/macro';
import { formatDate, formatPoints } from '@/i18n/format';
import { Soft, TableBox } from '@/ui/Panel';
import { Tag } from '@/ui/Tag';
import styles from './Engine.module.css';
import type { EngineQuery } from './engine.gql';
import { taskLabels } from './tasks';

type Figures = EngineQuery['engine']['quality'];

const hundredths = (figure: number | null) => (figure === null ? '–' : formatPoints(figure * 100));

/** What the evaluation said of this version, task by task, beside the aim. */
export function Quality({ quality: { measuredOn, figures } }: { quality: Figures }) {
  const { t, i18n } = useLingui();
  return (
    <>
      <p>
        <Trans>nDCG@10 cho biết mười kết quả đầu được xếp đúng đến đâu: 100 khi mọi kết quả đúng đứng trước hết, 0 khi không có kết quả đúng nào trong mười kết quả ấy.</Trans>
      </p>
      <TableBox label={t`Chất lượng xếp hạng`}>
        <table className={styles['quality']}>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Bài đo</Trans>
              </th>
              <th scope="col" className={styles['number']}>
                <Trans>Có mô hình</Trans>
              </th>
              <th scope="col" className={styles['number']}>
                <Trans>Không có mô hình</Trans>
              </th>
              <th scope="col" className={styles['number']}>
                <Trans>Mục tiêu</Trans>
              </th>
              <th scope="col">
                <Trans>So với mục tiêu</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {figures.map(({ task, withModel, withoutModel, aim }) => (
              <tr key={task}>
                <th scope="row">{taskLabels[task] ? i18n._(taskLabels[task]) : task}</th>
                <td className={styles['number']}>{hundredths(withModel)}</td>
                <td className={styles['number']}>{hundredths(withoutModel)}</td>
                <td className={styles['number']}>{hundredths(aim)}</td>
                <td>
                  <Against aim={aim} best={withModel ?? withoutModel} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
      <Soft>
        <Trans>Đo ngày {formatDate(measuredOn)}, với trọng số mặc định, trên dữ liệu công khai do người khác gán nhãn.</Trans>{' '}
        {figures.every(({ withModel }) => withModel === null) && <Trans>Chưa có số đo với mô hình; cột so sánh dùng số đo không có mô hình.</Trans>}
      </Soft>
    </>
  );
}

function Against({ aim, best }: { aim: number | null; best: number | null }) {
  if (aim === null || best === null) return '–';
  return best >= aim ? (
    <Tag tone="positive" icon="check">
      <Trans context="aim">Đạt</Trans>
    </Tag>
  ) : (
    <Tag tone="warning" icon="warning">
      <Trans context="aim">Chưa đạt</Trans>
    </Tag>
  );
}
