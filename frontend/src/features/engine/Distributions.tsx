import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { formatList, formatNumber } from '@/i18n/format';
import { factorLabels } from '@/i18n/workLabels';
import { Soft } from '@/ui/Panel';
import styles from './Engine.module.css';
import type { EngineQuery } from './engine.gql';

type Distribution = EngineQuery['engine']['distributions'][number];

/** One small histogram for each factor: in how many matches it is met how well. */
export function Distributions({ distributions }: { distributions: readonly Distribution[] }) {
  if (distributions.length === 0) {
    return (
      <Soft>
        <Trans>Chưa có gợi ý nào đang chờ quyết định.</Trans>
      </Soft>
    );
  }
  return (
    <>
      <Soft>
        <Trans>Mỗi cột là một phần mười của thang từ 0 đến 100 %; cột càng cao, càng nhiều gợi ý đạt mức đó. Yếu tố mà mọi gợi ý đều đạt như nhau thì không giúp phân biệt.</Trans>
      </Soft>
      <ul className={styles['histograms']} role="list">
        {distributions.map((one) => (
          <Histogram key={one.key} distribution={one} />
        ))}
      </ul>
    </>
  );
}

function Histogram({ distribution: { key, matches, mean, buckets } }: { distribution: Distribution }) {
  const { t, i18n } = useLingui();
  const highest = Math.max(...buckets, 1);
  const filled = buckets.map((count, index) => ({ count, from: index * 10, to: (index + 1) * 10 })).filter(({ count }) => count > 0);
  const spread = formatList(filled.map(({ count, from, to }) => t`${from}–${to} %: ${count}`));
  return (
    <li>
      <h3>{i18n._(factorLabels[key])}</h3>
      <svg viewBox="0 0 100 40" preserveAspectRatio="none" role="img" aria-label={t`Số gợi ý theo mức đạt. ${spread}`}>
        {buckets.map((count, index) => {
          // What is there can be seen, however few they are.
          const height = count === 0 ? 0 : Math.max((count / highest) * 39, 2);
          // oxlint-disable-next-line react/no-array-index-key -- a column is its place
          return <rect key={index} x={index * 10 + 0.5} y={39 - height} width="9" height={height} />;
        })}
        <rect className={styles['ground']} y="39" width="100" height="1" />
      </svg>
      <p className={styles['ends']} aria-hidden="true">
        <span>0 %</span>
        <span>100 %</span>
      </p>
      <p className={styles['small']}>
        <Plural value={matches} one="# gợi ý" other="# gợi ý" /> · <Trans>trung bình {formatNumber(mean * 100)} %</Trans>
      </p>
    </li>
  );
}
