import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { localized } from '@/i18n/bilingual';
import { formatDateTime } from '@/i18n/format';
import { ruleLabels } from '@/i18n/rules';
import { decisionLabel, reviewKindLabels } from '@/i18n/staffLabels';
import { Paragraphs } from '@/ui/Page';
import { Fact, SummaryList } from '@/ui/SummaryList';
import type { DecisionReadFragment } from './appeals.gql';

/** What it is about; nobody can read a page who is kept out, so `linked` is false for her. */
function About({ decision: { need, offer, organization }, linked }: { decision: DecisionReadFragment; linked: boolean }): ReactNode {
  const name = localized(need?.title ?? offer?.title ?? organization?.legalName ?? { vi: null, en: null });
  if (!name.text) return <Trans>Tài khoản của bạn</Trans>;
  const words = <span lang={name.lang}>{name.text}</span>;
  if (!linked) return words;
  if (need) {
    return (
      <Link to="/nhu-cau/$id" params={{ id: need.id }}>
        {words}
      </Link>
    );
  }
  if (offer) {
    return (
      <Link to="/giai-phap/$id" params={{ id: offer.id }}>
        {words}
      </Link>
    );
  }
  return organization ? (
    <Link to="/to-chuc/$id" params={{ id: organization.id }}>
      {words}
    </Link>
  ) : (
    words
  );
}

export function DecisionFacts({ decision, linked = true }: { decision: DecisionReadFragment; linked?: boolean }) {
  const { i18n } = useLingui();
  const { kind, decidedAt, decidedBy, rule, reason } = decision;
  return (
    <SummaryList>
      <Fact name={<Trans>Về</Trans>}>
        <About decision={decision} linked={linked} />
      </Fact>
      <Fact name={<Trans>Loại</Trans>}>{i18n._(reviewKindLabels[kind])}</Fact>
      <Fact name={<Trans>Quyết định</Trans>}>{decision.decision && <strong>{i18n._(decisionLabel(kind, decision.decision))}</strong>}</Fact>
      <Fact name={<Trans>Quy tắc</Trans>}>{rule && i18n._(ruleLabels[rule])}</Fact>
      <Fact name={<Trans>Lý do</Trans>}>{reason && <Paragraphs text={reason} />}</Fact>
      <Fact name={<Trans>Người quyết định</Trans>}>{decidedBy}</Fact>
      <Fact name={<Trans>Lúc</Trans>}>{decidedAt && formatDateTime(decidedAt)}</Fact>
    </SummaryList>
  );
}
