import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { ruleLabels, type Rule } from '@/i18n/rules';
import { Button, type ButtonTone } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { ErrorSummary } from '@/ui/ErrorSummary';
import { Option, OptionGroup, SelectField, TextArea } from '@/ui/Field';
import { Stack } from '@/ui/Page';
import { Row } from '@/ui/Panel';
import { templates } from './templates';

interface Props<Decision extends string> {
  open: boolean;
  title: ReactNode;
  /** What happens then, and who will read the reason. */
  children?: ReactNode;
  rules: readonly Rule[];
  /** Chosen at the beginning, without its template. */
  rule?: Rule | null;
  /** More than one: whoever decides chooses. */
  decisions: readonly { value: Decision; label: string }[];
  tone?: ButtonTone;
  /** False: the reason begins empty, whatever the rule. */
  templates?: boolean;
  onClose: () => void;
  /** Does it; gives what went wrong, or null. */
  onConfirm: (decision: Decision, rule: Rule, reason: string) => Promise<string | null>;
}

/** A decision with a rule, and a reason that those read whom it concerns. */
export function DecisionDialog<Decision extends string>(props: Props<Decision>) {
  return (
    <Dialog open={props.open} title={props.title} onClose={props.onClose}>
      <Body {...props} />
    </Dialog>
  );
}

function Body<Decision extends string>({ children, rules, rule: given, decisions, tone = 'danger', templates: filled = true, onClose, onConfirm }: Props<Decision>) {
  const { t, i18n } = useLingui();
  const [decision, setDecision] = useState(decisions.length === 1 ? decisions[0]!.value : null);
  const [rule, setRule] = useState<Rule | ''>(given ?? '');
  const [reason, setReason] = useState('');
  const [problems, setProblems] = useState<{ field: string | null; message: string }[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const messageOf = (field: string) => problems.find((problem) => problem.field === field)?.message;

  const refuse = (found: typeof problems) => {
    setProblems(found);
    setAttempt((count) => count + 1);
  };
  const choose = (next: Rule | '') => {
    const standard = (of: Rule | '') => {
      const template = filled && of && templates[of];
      return template ? `${template.vi}\n\n${template.en}` : '';
    };
    // What somebody wrote stays; an untouched template makes room for the next.
    if (reason === '' || reason === standard(rule)) setReason(standard(next));
    setRule(next);
  };
  const confirm = async () => {
    const missing = [
      ...(decision === null ? [{ field: 'review.decision', message: t`Hãy chọn quyết định.` }] : []),
      ...(rule === '' ? [{ field: 'review.rule', message: t`Hãy chọn quy tắc làm căn cứ.` }] : []),
      ...(reason.trim() === '' ? [{ field: 'review.reason', message: t`Hãy nêu lý do; người liên quan sẽ đọc lý do này.` }] : []),
    ];
    if (missing.length > 0 || rule === '' || decision === null) return refuse(missing);
    setBusy(true);
    const refused = await onConfirm(decision, rule, reason.trim());
    setBusy(false);
    if (refused !== null) refuse([{ field: null, message: refused }]);
  };

  return (
    <Stack>
      <ErrorSummary items={problems} attempt={attempt} />
      {children}
      {decisions.length > 1 && (
        <OptionGroup id="review.decision" label={<Trans>Quyết định</Trans>} error={messageOf('review.decision')}>
          {decisions.map(({ value, label }) => (
            <Option key={value} type="radio" name="decision" checked={decision === value} onChange={() => setDecision(value)}>
              {label}
            </Option>
          ))}
        </OptionGroup>
      )}
      <SelectField
        id="review.rule"
        label={<Trans>Quy tắc</Trans>}
        hint={filled && <Trans>Chọn quy tắc sẽ điền lý do mẫu bằng hai ngôn ngữ; hãy sửa cho đúng trường hợp này.</Trans>}
        error={messageOf('review.rule')}
        value={rule}
        onChange={(event) => choose(event.target.value as Rule | '')}
      >
        <option value="">{t`Chưa chọn`}</option>
        {rules.map((value) => (
          <option key={value} value={value}>
            {i18n._(ruleLabels[value])}
          </option>
        ))}
      </SelectField>
      <TextArea id="review.reason" label={<Trans>Lý do</Trans>} error={messageOf('review.reason')} value={reason} onChange={(event) => setReason(event.target.value)} />
      <Row>
        <Button tone={tone} busy={busy} onClick={confirm}>
          {decisions.length === 1 ? decisions[0]!.label : <Trans>Ghi quyết định</Trans>}
        </Button>
        <Button tone="quiet" onClick={onClose}>
          <Trans>Không, quay lại</Trans>
        </Button>
      </Row>
    </Stack>
  );
}
