import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { formatPoints } from '@/i18n/format';
import { factorLabels } from '@/i18n/workLabels';
import { BilingualText } from '@/ui/BilingualText';
import styles from './Market.module.css';
import type { AdviceFragment } from './market.gql';

/** What its owner could add to a posting, the most useful first. */
export function AdviceList({ advice }: { advice: readonly AdviceFragment[] }) {
  const { i18n } = useLingui();
  return (
    <ol className={styles['advice']} role="list">
      {advice.map(({ key, text, points, matches }) => (
        <li key={key}>
          <strong>{i18n._(factorLabels[key])}</strong>
          <span>
            <BilingualText value={text} />
          </span>
          <span className={styles['gain']}>
            <Trans>Trung bình thêm đến {formatPoints(points)} điểm</Trans>
            {' · '}
            <Plural value={matches} one="giúp # kết nối" other="giúp # kết nối" />
          </span>
        </li>
      ))}
    </ol>
  );
}
