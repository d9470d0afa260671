import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { Answer } from '@/app/Answer';
import { localized } from '@/i18n/bilingual';
import { organizationKindLabels } from '@/i18n/labels';
import type { Rule } from '@/i18n/rules';
import { BilingualText } from '@/ui/BilingualText';
import { Button } from '@/ui/Button';
import { Section } from '@/ui/Page';
import { Soft } from '@/ui/Panel';
import { ReasonDialog } from '@/ui/ReasonDialog';
import { VerificationTag } from '@/ui/StatusTag';
import { Fact, SummaryList } from '@/ui/SummaryList';
import { DecisionDialog } from './DecisionDialog';
import styles from './Moderation.module.css';
import { OrganizationJudged, OrganizationName } from './OrganizationJudged';
import type { CaseProps, ItemProps } from './ReviewItem';
import { DecideRegistrationDocument, RegistrationToReviewDocument, SimilarOrganizationsDocument, type OrganizationJudgedFragment } from './organizations.gql';
import { Actions, ItemLayout } from './parts';
import { tellingWords } from './similar';
import { useSettle } from './useSettle';
import { useShortcuts } from './useShortcuts';

const rules: Rule[] = ['IMPERSONATION', 'DUPLICATE', 'MISLEADING', 'OFF_TOPIC', 'ADVERTISING', 'UNLAWFUL', 'OTHER'];

export function RegistrationItem({ id, review, may, onDecided }: ItemProps & CaseProps) {
  const { t } = useLingui();
  const [result, retry] = useQuery({ query: RegistrationToReviewDocument, variables: { id }, requestPolicy: 'cache-and-network' });
  const [asking, setAsking] = useState<'accept' | 'reject' | null>(null);
  const [, decide] = useMutation(DecideRegistrationDocument);
  const settle = useSettle(onDecided);
  useShortcuts(may ? { 'Ctrl+Enter': () => setAsking('accept'), 'Alt+Shift+S': () => setAsking('reject') } : {});
  return (
    <Answer result={result} retry={retry}>
      {({ organization }) => {
        if (!organization) return null;
        const name = localized(organization.legalName).text;
        const common = { organizationId: organization.id, version: organization.version };
        return (
          <>
            <ItemLayout
              side={
                <>
                  <Section title={<Trans>Cần xem</Trans>}>
                    <ul className={styles['plain']}>
                      <li>
                        <Trans>Tên có bị nhầm với tổ chức khác không?</Trans>
                      </li>
                      <li>
                        <Trans>Tổ chức này đã có ở đây dưới tên hoặc mã số khác chưa?</Trans>
                      </li>
                      <li>
                        <Trans>Có dấu hiệu mạo danh không? Giấy tờ sẽ được xem ở bước xác thực.</Trans>
                      </li>
                    </ul>
                  </Section>
                  {may && (
                    <Actions>
                      <Button tone="primary" onClick={() => setAsking('accept')}>
                        <Trans>Chấp nhận đăng ký</Trans>
                      </Button>
                      <Button tone="danger" onClick={() => setAsking('reject')}>
                        <Trans>Không chấp nhận, kèm lý do</Trans>
                      </Button>
                    </Actions>
                  )}
                </>
              }
            >
              <OrganizationName organization={organization} />
              <SummaryList>
                <Fact name={<Trans>Người đăng ký</Trans>}>{review.openedBy}</Fact>
              </SummaryList>
              <OrganizationJudged organization={organization} />
              <Similar organization={organization} />
            </ItemLayout>
            <ReasonDialog
              open={asking === 'accept'}
              title={<Trans>Chấp nhận đăng ký?</Trans>}
              action={<Trans>Chấp nhận đăng ký</Trans>}
              onClose={() => setAsking(null)}
              onConfirm={async () => {
                const { error } = await decide({ input: { ...common, decision: 'APPROVED', rule: 'COMPLETE', reason: null } });
                return settle(error, t`Đã chấp nhận đăng ký`);
              }}
            >
              <p>
                <Trans>«{name}» sẽ hiện trong danh sách tổ chức, ghi là chưa xác thực. Chủ quản nhận thư.</Trans>
              </p>
            </ReasonDialog>
            <DecisionDialog
              open={asking === 'reject'}
              title={<Trans>Không chấp nhận đăng ký</Trans>}
              rules={rules}
              decisions={[{ value: 'REJECTED', label: t`Không chấp nhận` }]}
              onClose={() => setAsking(null)}
              onConfirm={async (decision, rule, reason) => {
                const { error } = await decide({ input: { ...common, decision, rule, reason } });
                return settle(error, t`Đã ghi quyết định không chấp nhận`);
              }}
            >
              <p>
                <Trans>Tổ chức này sẽ không hiện với người khác. Chủ quản đọc được lý do và có thể khiếu nại trong 30 ngày.</Trans>
              </p>
            </DecisionDialog>
          </>
        );
      }}
    </Answer>
  );
}

/** Who has a name or a code like it. */
function Similar({ organization }: { organization: OrganizationJudgedFragment }) {
  const { i18n } = useLingui();
  const { taxCode, establishmentCode } = organization;
  const [result, retry] = useQuery({
    query: SimilarOrganizationsDocument,
    variables: {
      name: tellingWords(localized(organization.legalName).text),
      taxCode: taxCode ?? '',
      withTaxCode: taxCode !== null,
      establishmentCode: establishmentCode ?? '',
      withEstablishmentCode: establishmentCode !== null,
    },
  });
  return (
    <section className={styles['part']}>
      <h3>
        <Trans>Tổ chức có tên hoặc mã giống</Trans>
      </h3>
      <Answer result={result} retry={retry}>
        {({ byName, byTaxCode, byEstablishmentCode }) => {
          const found = [byTaxCode, byEstablishmentCode, byName].flatMap((list) => list?.nodes ?? []);
          const others = [...new Map(found.map((other) => [other.id, other])).values()].filter(({ id }) => id !== organization.id);
          if (others.length === 0) {
            return (
              <Soft>
                <Trans>Không thấy tổ chức nào giống.</Trans>
              </Soft>
            );
          }
          return (
            <ul className={styles['similar']} role="list">
              {others.map((other) => (
                <li key={other.id}>
                  <Link to="/to-chuc/$id" params={{ id: other.id }}>
                    <BilingualText value={other.legalName} />
                  </Link>
                  <small>
                    {i18n._(organizationKindLabels[other.kind])}
                    {other.taxCode && ` · ${other.taxCode}`}
                    {other.establishmentCode && ` · ${other.establishmentCode}`}
                  </small>
                  <VerificationTag status={other.verification} />
                </li>
              ))}
            </ul>
          );
        }}
      </Answer>
    </section>
  );
}
