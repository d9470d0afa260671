import { Trans, useLingui } from '@lingui/react/macro';
import type { VerificationCheck } from '@/graphql-types';
import { valuesOf } from '@/i18n/labels';
import { verificationCheckLabels, verificationCheckResultLabels } from '@/i18n/staffLabels';
import type { SummaryItem } from '@/ui/ErrorSummary';
import { Option, OptionGroup, TextField } from '@/ui/Field';
import { Section, Stack } from '@/ui/Page';
import { Soft } from '@/ui/Panel';
import styles from './Moderation.module.css';
import { checksOf, type Check, type Checklist } from './checklist';

export const checkId = (check: VerificationCheck) => `checklist.${check}`;

interface Props {
  checklist: Checklist;
  onChange: (checklist: Checklist) => void;
  problems: SummaryItem[];
}

/** Five questions, each answered by hand; a note on any of them stays with the alliance. */
export function ChecklistFields({ checklist, onChange, problems }: Props) {
  const { i18n } = useLingui();
  const set = (check: VerificationCheck, change: Partial<Check>) => onChange({ ...checklist, [check]: { ...checklist[check], ...change } });
  return (
    <Section title={<Trans>Danh mục kiểm tra</Trans>}>
      <Soft>
        <Trans>Ghi chú chỉ Liên minh đọc.</Trans>
      </Soft>
      <Stack>
        {checksOf(checklist).map(([check, { result, note }]) => (
          <div key={check} className={styles['answers']}>
            <OptionGroup id={checkId(check)} label={i18n._(verificationCheckLabels[check])} error={problems.find(({ field }) => field === checkId(check))?.message}>
              {valuesOf(verificationCheckResultLabels).map((value) => (
                <Option key={value} type="radio" name={checkId(check)} checked={result === value} onChange={() => set(check, { result: value })}>
                  {i18n._(verificationCheckResultLabels[value])}
                </Option>
              ))}
            </OptionGroup>
            {result !== null && (
              <TextField
                label={
                  <Trans>
                    Ghi chú<span className="visually-hidden">: {i18n._(verificationCheckLabels[check])}</span>
                  </Trans>
                }
                optional
                maxLength={500}
                value={note}
                onChange={(event) => set(check, { note: event.target.value })}
              />
            )}
          </div>
        ))}
      </Stack>
    </Section>
  );
}
