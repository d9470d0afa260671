import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { Answer } from '@/app/Answer';
import { appError, describe } from '@/app/errors';
import type { ReviewDecision } from '@/graphql-types';
import { localized } from '@/i18n/bilingual';
import { formatDateTime } from '@/i18n/format';
import { ruleLabels, type Rule } from '@/i18n/rules';
import { announce } from '@/ui/Announcer';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { ErrorSummary, type SummaryItem } from '@/ui/ErrorSummary';
import { Option, OptionGroup, SelectField, TextArea, TextField } from '@/ui/Field';
import { Paragraphs, Section, Stack } from '@/ui/Page';
import { Row, Soft } from '@/ui/Panel';
import { OrganizationJudged, OrganizationName } from './OrganizationJudged';
import type { CaseProps, ItemProps } from './ReviewItem';
import { AllianceToReviewDocument, DecideAllianceMembershipDocument } from './organizations.gql';
import { Actions, Checks, ItemLayout } from './parts';
import { useShortcuts } from './useShortcuts';

const rules: Rule[] = ['COMPLETE', 'MISLEADING', 'CONFLICT', 'OFF_TOPIC', 'ADVERTISING', 'UNLAWFUL', 'OTHER'];

export function AllianceItem({ id, may, onDecided }: ItemProps & CaseProps) {
  const { t, i18n } = useLingui();
  const [result, retry] = useQuery({ query: AllianceToReviewDocument, variables: { id }, requestPolicy: 'cache-and-network' });
  const [asking, setAsking] = useState(false);
  const [, decide] = useMutation(DecideAllianceMembershipDocument);
  useShortcuts(may ? { 'Ctrl+Enter': () => setAsking(true) } : {});
  return (
    <Answer result={result} retry={retry}>
      {({ organization }) => {
        if (!organization) return null;
        const application = organization.allianceApplications?.find(({ decision }) => decision === null) ?? organization.allianceApplications?.[0];
        return (
          <>
            <ItemLayout
              side={
                <>
                  <Checks checks={[{ name: t`Tổ chức đã được xác thực`, good: organization.verification === 'VERIFIED' }]} />
                  {may && (
                    <Actions>
                      <Button tone="primary" onClick={() => setAsking(true)}>
                        <Trans>Ghi quyết định của Ban Điều hành</Trans>
                      </Button>
                      <Soft>
                        <Trans>Ban Điều hành quyết định; ở đây chỉ ghi lại số, ngày và nội dung của quyết định.</Trans>
                      </Soft>
                    </Actions>
                  )}
                </>
              }
            >
              <OrganizationName organization={organization} />
              {application && (
                <Section title={<Trans>Đơn gia nhập</Trans>}>
                  <Soft>
                    <Trans>Nộp lúc {formatDateTime(application.appliedAt)}</Trans>
                  </Soft>
                  <Paragraphs text={application.text} />
                </Section>
              )}
              <OrganizationJudged organization={organization} />
            </ItemLayout>
            <Dialog open={asking} title={<Trans>Quyết định của Ban Điều hành</Trans>} onClose={() => setAsking(false)}>
              <Decision
                name={localized(organization.legalName).text}
                onClose={() => setAsking(false)}
                onDecide={async (given) => {
                  const { error } = await decide({ input: { ...given, organizationId: organization.id } });
                  if (error) {
                    const known = appError(error);
                    const problems = known.kind === 'refused' ? known.problems : [];
                    return problems.length > 0
                      ? problems.map(({ field, message }) => ({ field: field && `board.${field}`, message }))
                      : [{ field: null, message: describe(known, i18n) }];
                  }
                  announce(t`Đã ghi quyết định`);
                  onDecided();
                  return [];
                }}
              />
            </Dialog>
          </>
        );
      }}
    </Answer>
  );
}

interface Given {
  decision: ReviewDecision;
  decisionNumber: string;
  decidedOn: string;
  rule: Rule;
  reason: string | null;
}

interface DecisionProps {
  name: string;
  onClose: () => void;
  /** What was refused; nothing when it is done. */
  onDecide: (given: Given) => Promise<SummaryItem[]>;
}

function Decision({ name, onClose, onDecide }: DecisionProps) {
  const { t, i18n } = useLingui();
  const [decision, setDecision] = useState<ReviewDecision | null>(null);
  const [number, setNumber] = useState('');
  const [date, setDate] = useState('');
  const [rule, setRule] = useState<Rule | ''>('');
  const [reason, setReason] = useState('');
  const [problems, setProblems] = useState<SummaryItem[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const messageOf = (field: string) => problems.find((problem) => problem.field === field)?.message;
  const admits = decision === 'APPROVED';
  const ground = admits && rule === '' ? 'COMPLETE' : rule;

  const refuse = (found: SummaryItem[]) => {
    setProblems(found);
    if (found.length > 0) setAttempt((count) => count + 1);
  };
  const confirm = async () => {
    const missing: SummaryItem[] = [
      ...(decision === null ? [{ field: 'board.decision', message: t`Hãy chọn quyết định.` }] : []),
      ...(number.trim() === '' ? [{ field: 'board.decisionNumber', message: t`Hãy ghi số quyết định của Ban Điều hành.` }] : []),
      ...(date === '' ? [{ field: 'board.decidedOn', message: t`Hãy ghi ngày của quyết định.` }] : []),
      ...(ground === '' ? [{ field: 'board.rule', message: t`Hãy chọn quy tắc làm căn cứ.` }] : []),
      ...(decision !== null && !admits && reason.trim() === '' ? [{ field: 'board.reason', message: t`Hãy nêu lý do; người liên quan sẽ đọc lý do này.` }] : []),
    ];
    if (missing.length > 0 || decision === null || ground === '') return refuse(missing);
    setBusy(true);
    const refused = await onDecide({ decision, decisionNumber: number.trim(), decidedOn: date, rule: ground, reason: reason.trim() || null });
    setBusy(false);
    refuse(refused);
  };

  return (
    <Stack>
      <ErrorSummary items={problems} attempt={attempt} />
      <OptionGroup id="board.decision" label={<Trans>Ban Điều hành quyết định về {name}</Trans>} error={messageOf('board.decision')}>
        <Option type="radio" name="board.decision" checked={admits} onChange={() => setDecision('APPROVED')}>
          <Trans>Kết nạp</Trans>
        </Option>
        <Option type="radio" name="board.decision" checked={decision === 'REJECTED'} onChange={() => setDecision('REJECTED')}>
          <Trans>Không kết nạp</Trans>
        </Option>
      </OptionGroup>
      <TextField
        id="board.decisionNumber"
        label={<Trans>Số quyết định</Trans>}
        hint={<Trans>Ví dụ: 12/QĐ-BĐH</Trans>}
        error={messageOf('board.decisionNumber')}
        value={number}
        onChange={(event) => setNumber(event.target.value)}
      />
      <TextField id="board.decidedOn" type="date" label={<Trans>Ngày quyết định</Trans>} error={messageOf('board.decidedOn')} value={date} onChange={(event) => setDate(event.target.value)} />
      {decision === 'REJECTED' && (
        <SelectField id="board.rule" label={<Trans>Quy tắc</Trans>} error={messageOf('board.rule')} value={rule} onChange={(event) => setRule(event.target.value as Rule | '')}>
          <option value="">{t`Chưa chọn`}</option>
          {rules
            .filter((value) => value !== 'COMPLETE')
            .map((value) => (
              <option key={value} value={value}>
                {i18n._(ruleLabels[value])}
              </option>
            ))}
        </SelectField>
      )}
      <TextArea id="board.reason" label={<Trans>Lý do</Trans>} optional={admits} error={messageOf('board.reason')} value={reason} onChange={(event) => setReason(event.target.value)} />
      <Row>
        <Button tone="primary" busy={busy} onClick={confirm}>
          <Trans>Ghi quyết định</Trans>
        </Button>
        <Button tone="quiet" onClick={onClose}>
          <Trans>Không, quay lại</Trans>
        </Button>
      </Row>
    </Stack>
  );
}
