import { Trans, useLingui } from '@lingui/react/macro';
import type { AlertFrequency } from '@/graphql-types';
import { valuesOf } from '@/i18n/labels';
import { alertFrequencyLabels } from '@/i18n/searchLabels';
import { Option, OptionGroup } from '@/ui/Field';

interface Props {
  id: string;
  /** Nothing is chosen for the reader: a letter is something to agree to. */
  value: AlertFrequency | null;
  onChange: (value: AlertFrequency) => void;
  error?: string | undefined;
}

export function FrequencyField({ id, value, onChange, error }: Props) {
  const { i18n } = useLingui();
  return (
    <OptionGroup
      id={id}
      label={<Trans>Thư báo khi có kết quả mới</Trans>}
      hint={<Trans>Chọn nhận thư là đồng ý để i-Forum gửi thư báo về tìm kiếm này. Một lần bấm ở cuối mỗi thư là thôi nhận.</Trans>}
      error={error}
    >
      {valuesOf(alertFrequencyLabels).map((frequency) => (
        <Option key={frequency} type="radio" name={id} value={frequency} checked={value === frequency} onChange={() => onChange(frequency)}>
          {i18n._(alertFrequencyLabels[frequency])}
        </Option>
      ))}
    </OptionGroup>
  );
}
