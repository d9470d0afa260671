import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { fullNameOf, localized } from '@/i18n/bilingual';
import { formatMoneyRange } from '@/i18n/format';
import { contractTypeLabels, deliveryModelLabels } from '@/i18n/labels';
import { Fact, SummaryList } from '@/ui/SummaryList';
import { TranslationNote } from '@/ui/TranslationNote';
import styles from './Proposals.module.css';
import type { NeedAnsweredFragment } from './proposals.gql';

/** The need stays in sight while it is answered; on a phone it folds away. */
export function NeedBeside({ need }: { need: NeedAnsweredFragment }) {
  const { i18n } = useLingui();
  const [title, summary, description] = [localized(need.title), localized(need.summary), localized(need.description)];
  return (
    <details className={styles['need']} open={window.matchMedia('(min-width: 56rem)').matches}>
      <summary>
        <Trans>Nhu cầu cần trả lời</Trans>
      </summary>
      <div className={styles['body']}>
        <h2 lang={title.lang}>
          <Link to="/nhu-cau/$id" params={{ id: need.id }} target="_blank">
            {title.text}
          </Link>
        </h2>
        <TranslationNote of={title} />
        <p>{localized(need.organization.legalName).text}</p>
        <SummaryList stacked>
          <Fact name={<Trans>Địa bàn</Trans>}>{need.place && fullNameOf(need.place)}</Fact>
          <Fact name={<Trans>Kinh phí</Trans>}>{need.budget && formatMoneyRange(need.budget)}</Fact>
          <Fact name={<Trans>Hình thức thực hiện</Trans>}>{need.deliveryModel && i18n._(deliveryModelLabels[need.deliveryModel])}</Fact>
          <Fact name={<Trans>Loại hợp đồng PPP</Trans>}>{need.contractType && i18n._(contractTypeLabels[need.contractType])}</Fact>
        </SummaryList>
        <p lang={summary.lang}>{summary.text}</p>
        <p lang={description.lang}>{description.text}</p>
      </div>
    </details>
  );
}
