import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { ruleLabels, type Rule } from '@/i18n/rules';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { ErrorSummary } from '@/ui/ErrorSummary';
import { Option, OptionGroup, SelectField, TextArea } from '@/ui/Field';
import { Stack } from '@/ui/Page';
import { Row } from '@/ui/Panel';
import { templates } from './templates';

interface Props<Decision extends string> {
  open: boolean;
  title: ReactNode;
  rules: readonly Rule[];
  /** More than one: the moderator chooses. */
  decisions: readonly { value: Decision; label: string }[];
  onClose: () => void;
  /** Does it; gives what went wrong, or null. */
  onConfirm: (decision: Decision, rule: Rule, reason: string) => Promise<string | null>;
}

/** A decision against somebody: a rule, and a reason that its owner reads. */
export function SendBackDialog<Decision extends string>(props: Props<Decision>) {
  return (
    <Dialog open={props.open} title={props.title} onClose={props.onClose}>
      <Body {...props} />
    </Dialog>
  );
}

function Body<Decision extends string>({ rules, decisions, onClose, onConfirm }: Props<Decision>) {
  const { t, i18n } = useLingui();
  const [decision, setDecision] = useState(decisions[0]!.value);
  const [rule, setRule] = useState<Rule | ''>('');
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
      const template = of && templates[of];
      return template ? `${template.vi}\n\n${template.en}` : '';
    };
    // What the moderator wrote stays; an untouched template makes room for the next.
    if (reason === '' || reason === standard(rule)) setReason(standard(next));
    setRule(next);
  };
  const confirm = async () => {
    const missing = [
      ...(rule === '' ? [{ field: 'review.rule', message: t`Hãy chọn quy tắc làm căn cứ.` }] : []),
      ...(reason.trim() === '' ? [{ field: 'review.reason', message: t`Hãy nêu lý do; chủ tin đăng sẽ đọc lý do này.` }] : []),
    ];
    if (missing.length > 0 || rule === '') return refuse(missing);
    setBusy(true);
    const refused = await onConfirm(decision, rule, reason.trim());
    setBusy(false);
    if (refused !== null) refuse([{ field: null, message: refused }]);
  };

  return (
    <Stack>
      <ErrorSummary items={problems} attempt={attempt} />
      {decisions.length > 1 && (
        <OptionGroup id="review.decision" label={<Trans>Quyết định</Trans>}>
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
        hint={<Trans>Chọn quy tắc sẽ điền lý do mẫu bằng hai ngôn ngữ; hãy sửa cho đúng trường hợp này.</Trans>}
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
        <Button tone="danger" busy={busy} onClick={confirm}>
          {decisions.find(({ value }) => value === decision)?.label}
        </Button>
        <Button tone="quiet" onClick={onClose}>
          <Trans>Không, quay lại</Trans>
        </Button>
      </Row>
    </Stack>
  );
}
