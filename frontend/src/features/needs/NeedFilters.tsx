import { Trans, useLingui } from '@lingui/react/macro';
import { DomainOptions, PlaceOptions, useCatalogue } from '@/features/catalogue';
import { needSortLabels, needStatusLabels, valuesOf } from '@/i18n/labels';
import { SelectField, TextField } from '@/ui/Field';
import { Filters } from '@/ui/Filters';
import { publicStatuses, type NeedSearch } from './search';

interface Props {
  search: NeedSearch;
  onSearch: (search: Record<string, string | undefined>) => void;
}

export function NeedFilters({ search, onSearch }: Props) {
  const { t, i18n } = useLingui();
  const catalogue = useCatalogue();
  // A select is drawn anew when its options arrive, or it would not show the one in the address.
  const ready = catalogue.places.length > 0;
  return (
    <Filters
      label={t`Tìm nhu cầu`}
      values={search}
      onSearch={onSearch}
      keyword={<TextField id="q" name="q" type="search" label={<Trans>Từ khóa</Trans>} defaultValue={search.q} />}
    >
      <SelectField key={`tinh ${ready}`} id="tinh" name="tinh" label={<Trans>Tỉnh, thành phố</Trans>} defaultValue={search.tinh}>
        <option value="">{t`Cả nước`}</option>
        <PlaceOptions of={catalogue} />
      </SelectField>
      <SelectField key={`linhVuc ${ready}`} id="linhVuc" name="linhVuc" label={<Trans>Lĩnh vực</Trans>} defaultValue={search.linhVuc}>
        <option value="">{t`Mọi lĩnh vực`}</option>
        <DomainOptions of={catalogue} />
      </SelectField>
      <SelectField id="trangThai" name="trangThai" label={<Trans>Trạng thái</Trans>} defaultValue={search.trangThai}>
        <option value="">{t`Mọi trạng thái`}</option>
        {publicStatuses.map((status) => (
          <option key={status} value={status}>
            {i18n._(needStatusLabels[status])}
          </option>
        ))}
      </SelectField>
      <SelectField id="sapXep" name="sapXep" label={<Trans>Sắp xếp</Trans>} defaultValue={search.sapXep}>
        {valuesOf(needSortLabels).map((sort) => (
          <option key={sort} value={sort === 'NEWEST' ? '' : sort}>
            {i18n._(needSortLabels[sort])}
          </option>
        ))}
      </SelectField>
    </Filters>
  );
}
