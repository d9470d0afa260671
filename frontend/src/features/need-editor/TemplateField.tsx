import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { useClient } from 'urql';
import { appError, describe } from '@/app/errors';
import type { EditingChoices } from '@/features/editing';
import { localized, nameOf } from '@/i18n/bilingual';
import { announce } from '@/ui/Announcer';
import { Button } from '@/ui/Button';
import { SelectField } from '@/ui/Field';
import { Row } from '@/ui/Panel';
import { NeedTemplateDocument, type NeedTemplateQuery } from './need-editor.gql';
import { filledFrom, type NeedValues } from './values';

type Template = NonNullable<NeedTemplateQuery['needTemplate']>;

/** A first text for who does not know how to begin; what is written already stays. */
export function TemplateField({ domains }: { domains: EditingChoices['domains'] }) {
  const { t, i18n } = useLingui();
  const client = useClient();
  const { getValues, setValue } = useFormContext<NeedValues>();
  const [domain, setDomain] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  const fill = (template: Template) => {
    const filled = filledFrom(getValues('content'), template, (text) => localized(text).text);
    setValue('content.title', filled.title);
    setValue('content.summary', filled.summary);
    setValue('content.domains', filled.domains);
    setValue('content.brief.proposalContent', filled.proposalContent);
    setValue('content.brief.indicators', filled.indicators);
    announce(t`Đã điền mẫu. Hãy thay những chỗ trong ngoặc vuông.`);
    document.getElementById('content.title.vi')?.focus();
  };
  const take = async () => {
    if (!domain) return setProblem(t`Hãy chọn một lĩnh vực.`);
    setProblem(undefined);
    setBusy(true);
    const { data, error } = await client.query(NeedTemplateDocument, { domain });
    setBusy(false);
    if (error) setProblem(describe(appError(error), i18n));
    else if (data?.needTemplate) fill(data.needTemplate);
  };

  return (
    <>
      <SelectField
        id="template"
        optional
        label={<Trans>Bắt đầu từ mẫu của lĩnh vực</Trans>}
        hint={<Trans>Điền sẵn tên, tóm tắt, chỉ số và yêu cầu với đề xuất; những gì bạn đã viết được giữ nguyên.</Trans>}
        value={domain}
        error={problem}
        onChange={(event) => setDomain(event.target.value)}
      >
        <option value="">{t`Chưa chọn`}</option>
        {domains.map((one) => (
          <option key={one.code} value={one.code}>
            {nameOf(one)}
          </option>
        ))}
      </SelectField>
      <Row>
        <Button busy={busy} onClick={() => void take()}>
          <Trans>Điền mẫu</Trans>
        </Button>
      </Row>
    </>
  );
}
