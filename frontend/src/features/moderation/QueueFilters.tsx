import { Trans, useLingui } from '@lingui/react/macro';
import { valuesOf } from '@/i18n/labels';
import { reviewClaimLabels, reviewKindLabels } from '@/i18n/staffLabels';
import { Button } from '@/ui/Button';
import { Option, SelectField } from '@/ui/Field';
import styles from './Moderation.module.css';
import type { QueueSearch } from './search';

interface Props {
  search: QueueSearch;
  onNarrow: (search: QueueSearch) => void;
  onHelp: () => void;
}

/** Each takes effect at once, and lands in the address. */
export function QueueFilters({ search, onNarrow, onHelp }: Props) {
  const { t, i18n } = useLingui();
  const waiting = search['trang-thai'] !== 'xong';
  const set = (change: QueueSearch) => {
    const next = { ...search, ...change };
    onNarrow(Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined)));
  };
  return (
    <search className={styles['filters']} aria-label={t`Lọc hàng chờ`}>
      <SelectField label={<Trans>Loại</Trans>} value={search.loai ?? ''} onChange={(event) => set({ loai: (event.target.value || undefined) as QueueSearch['loai'] })}>
        <option value="">{t`Tất cả`}</option>
        {valuesOf(reviewKindLabels).map((value) => (
          <option key={value} value={value}>
            {i18n._(reviewKindLabels[value])}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={<Trans>Trạng thái</Trans>}
        value={search['trang-thai'] ?? ''}
        onChange={(event) => set({ 'trang-thai': (event.target.value || undefined) as QueueSearch['trang-thai'], giu: undefined })}
      >
        <option value="">{t`Đang chờ`}</option>
        <option value="xong">{t`Đã quyết định`}</option>
      </SelectField>
      {waiting && (
        <>
          <SelectField label={<Trans>Ai đang giữ</Trans>} value={search.giu ?? ''} onChange={(event) => set({ giu: (event.target.value || undefined) as QueueSearch['giu'] })}>
            <option value="">{t`Tất cả`}</option>
            {valuesOf(reviewClaimLabels).map((value) => (
              <option key={value} value={value}>
                {i18n._(reviewClaimLabels[value])}
              </option>
            ))}
          </SelectField>
          <Option type="checkbox" checked={search['pham-vi'] !== 'tat-ca'} onChange={(event) => set({ 'pham-vi': event.target.checked ? undefined : 'tat-ca' })}>
            <Trans>Chỉ việc tôi được quyết định</Trans>
          </Option>
        </>
      )}
      <Button tone="quiet" onClick={onHelp}>
        <span aria-hidden="true">?</span> <Trans>Phím tắt</Trans>
      </Button>
    </search>
  );
}
