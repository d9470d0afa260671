import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMutation, useQuery, type CombinedError } from 'urql';
import { Answer } from '@/app/Answer';
import { appError, describe } from '@/app/errors';
import { useServerTime } from '@/app/serverClock';
import { FactorChart } from '@/features/matches';
import { localized } from '@/i18n/bilingual';
import { reviewKindLabels } from '@/i18n/staffLabels';
import type { Rule } from '@/i18n/rules';
import { announce } from '@/ui/Announcer';
import { BilingualText } from '@/ui/BilingualText';
import { Button } from '@/ui/Button';
import { Section } from '@/ui/Page';
import { Columns, Row, Soft } from '@/ui/Panel';
import { ReasonDialog } from '@/ui/ReasonDialog';
import { MatchStatusTag } from '@/ui/WorkStatusTag';
import styles from './Moderation.module.css';
import type { ItemProps } from './ReviewItem';
import { DecisionDialog } from './DecisionDialog';
import { BlockMatchDocument, IntroduceMatchDocument, MatchToReviewDocument, ReviewMatchDocument } from './moderation.gql';
import { Actions, Checks, ItemLayout } from './parts';
import { useShortcuts } from './useShortcuts';

const rules: Rule[] = ['CONFLICT', 'OFF_TOPIC', 'DUPLICATE', 'OTHER'];

export function MatchItem({ id, may, onDecided }: ItemProps) {
  const { t, i18n } = useLingui();
  const [result, retry] = useQuery({ query: MatchToReviewDocument, variables: { id } });
  const now = useServerTime(null);
  const [asking, setAsking] = useState<'introduce' | 'block' | null>(null);
  const [marking, mark] = useMutation(ReviewMatchDocument);
  const [, introduce] = useMutation(IntroduceMatchDocument);
  const [, block] = useMutation(BlockMatchDocument);
  const can = (may && result.data?.match?.viewerCan) || [];
  const introducible = can.includes('INTRODUCE') || can.includes('REVIEW');
  useShortcuts({
    'Ctrl+Enter': () => introducible && setAsking('introduce'),
    'Alt+Shift+S': () => can.includes('BLOCK') && setAsking('block'),
  });

  const settle = (error: CombinedError | undefined, done: string) => {
    if (error) return describe(appError(error), i18n);
    announce(done);
    onDecided();
    return null;
  };

  return (
    <Answer result={result} retry={retry}>
      {({ match }) => {
        if (!match) return null;
        const checks = [
          { name: t`Bên có nhu cầu đã được xác thực`, good: match.need.organization.verification === 'VERIFIED' },
          { name: t`Bên có giải pháp đã được xác thực`, good: match.offer.organization.verification === 'VERIFIED' },
          { name: t`Hai tổ chức khác nhau`, good: match.need.organization.id !== match.offer.organization.id },
          { name: t`Nhu cầu còn hạn tiếp nhận`, good: match.need.closesAt !== null && Date.parse(match.need.closesAt) > now },
        ];
        return (
          <>
            <ItemLayout
              side={
                <>
                  <Checks checks={checks} />
                  <Actions>
                    {introducible && (
                      <Button tone="primary" onClick={() => setAsking('introduce')}>
                        <Trans>Giới thiệu hai bên</Trans>
                      </Button>
                    )}
                    {can.includes('REVIEW') && (
                      <Button
                        busy={marking.fetching}
                        onClick={async () => {
                          const { error } = await mark({ input: { matchId: id } });
                          if (!error) announce(t`Đã đánh dấu là đã kiểm duyệt`);
                        }}
                      >
                        <Trans>Đánh dấu đã kiểm duyệt</Trans>
                      </Button>
                    )}
                    {can.includes('BLOCK') && (
                      <Button tone="danger" onClick={() => setAsking('block')}>
                        <Trans>Chặn kết nối này</Trans>
                      </Button>
                    )}
                    {marking.error && <p role="alert">{describe(appError(marking.error), i18n)}</p>}
                  </Actions>
                </>
              }
            >
              <Row>
                <MatchStatusTag status={match.status} />
              </Row>
              <Columns>
                <div className={styles['party']}>
                  <Soft>
                    {i18n._(reviewKindLabels.NEED)} · {localized(match.need.organization.legalName).text}
                  </Soft>
                  <h2>
                    <Link to="/nhu-cau/$id" params={{ id: match.need.id }}>
                      <BilingualText value={match.need.title} />
                    </Link>
                  </h2>
                  <p>
                    <BilingualText value={match.need.summary} />
                  </p>
                </div>
                <div className={styles['party']}>
                  <Soft>
                    {i18n._(reviewKindLabels.OFFER)} · {localized(match.offer.organization.legalName).text}
                  </Soft>
                  <h2>
                    <Link to="/giai-phap/$id" params={{ id: match.offer.id }}>
                      <BilingualText value={match.offer.title} />
                    </Link>
                  </h2>
                  <p>
                    <BilingualText value={match.offer.summary} />
                  </p>
                </div>
              </Columns>
              <Section title={<Trans>Vì sao hệ thống gợi ý</Trans>}>
                <FactorChart score={match.score} factors={match.factors} />
              </Section>
            </ItemLayout>
            <ReasonDialog
              open={asking === 'introduce'}
              title={<Trans>Giới thiệu hai bên?</Trans>}
              action={<Trans>Giới thiệu hai bên</Trans>}
              onClose={() => setAsking(null)}
              onConfirm={async () => {
                if (!can.includes('INTRODUCE')) {
                  const reviewed = await mark({ input: { matchId: id } });
                  if (reviewed.error) return describe(appError(reviewed.error), i18n);
                }
                const { error } = await introduce({ input: { matchId: id } });
                return settle(error, t`Đã giới thiệu hai bên`);
              }}
            >
              <p>
                <Trans>
                  {localized(match.need.organization.legalName).text} và {localized(match.offer.organization.legalName).text} nhận thư điện tử kèm lý do phù hợp, và trả
                  lời đồng ý hay từ chối.
                </Trans>
              </p>
            </ReasonDialog>
            <DecisionDialog
              open={asking === 'block'}
              title={<Trans>Chặn kết nối</Trans>}
              rules={rules}
              decisions={[{ value: 'BLOCKED', label: t`Chặn kết nối này` }]}
              onClose={() => setAsking(null)}
              onConfirm={async (_decision, rule, reason) => {
                const { error } = await block({ input: { matchId: id, rule, reason } });
                return settle(error, t`Đã chặn kết nối`);
              }}
            />
          </>
        );
      }}
    </Answer>
  );
}
