import { Trans, useLingui } from '@lingui/react/macro';
import { actionsOf, familyLabels } from '@/features/records';
import { SelectField, TextField } from '@/ui/Field';
import { Filters } from '@/ui/Filters';
import type { AuditSearch } from './search';

interface Props {
  search: AuditSearch;
  onSearch: (search: AuditSearch) => void;
}

export function AuditFilters({ search, onSearch }: Props) {
  const { t, i18n } = useLingui();
  return (
    <Filters
      label={t`Lọc nhật ký`}
      values={search}
      onSearch={(next) => onSearch(next)}
      keyword={
        <SelectField id="viec" name="viec" label={<Trans>Việc</Trans>} defaultValue={search.viec}>
          <option value="">{t`Mọi việc`}</option>
          {Object.entries(familyLabels).map(([family, label]) => (
            <optgroup key={family} label={i18n._(label)}>
              <option value={`${family}.`}>{t`${i18n._(label)}: mọi việc`}</option>
              {actionsOf(family).map(([action, said]) => (
                <option key={action} value={action}>
                  {i18n._(said)}
                </option>
              ))}
            </optgroup>
          ))}
        </SelectField>
      }
    >
      <TextField id="tu" name="tu" type="date" label={<Trans>Từ ngày</Trans>} defaultValue={search.tu} />
      <TextField id="den" name="den" type="date" label={<Trans>Đến hết ngày</Trans>} defaultValue={search.den} />
      <TextField id="nguoi" name="nguoi" label={<Trans>Mã người</Trans>} hint={<Trans>Bấm tên trong bảng, hoặc dán mã user_…</Trans>} defaultValue={search.nguoi} autoComplete="off" spellCheck={false} />
      <TextField id="doi-tuong" name="doi-tuong" label={<Trans>Mã đối tượng</Trans>} hint={<Trans>Ví dụ: need_…, org_…, user_…</Trans>} defaultValue={search['doi-tuong']} autoComplete="off" spellCheck={false} />
    </Filters>
  );
}
