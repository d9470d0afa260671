import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import type { Answer, EditingChoices } from '@/features/editing';
import { fullNameOf, nameOf } from '@/i18n/bilingual';
import { formatList } from '@/i18n/format';
import { organizationKindLabels } from '@/i18n/labels';
import type { ProfileValues } from './profile';

/** Everything that the form holds, in words, so that two versions can be compared. */
export function useProfileAnswers(choices: EditingChoices): (values: ProfileValues) => Answer[] {
  const { _ } = useLingui();
  return ({ content }) => {
    const place = choices.places.find(({ id }) => id === content.placeId);
    const domains = choices.domains.filter(({ code }) => content.domains.includes(code)).map((domain) => nameOf(domain));
    const rows: [string, string, string | null][] = [
      ['kind', _(msg`Loại tổ chức`), _(organizationKindLabels[content.kind])],
      ['legalName.vi', _(msg`Tên pháp lý (tiếng Việt)`), content.legalName.vi],
      ['legalName.en', _(msg`Tên pháp lý (tiếng Anh)`), content.legalName.en],
      ['taxCode', _(msg`Mã số thuế`), content.taxCode],
      ['establishmentCode', _(msg`Mã định danh cơ quan`), content.establishmentCode],
      ['placeId', _(msg`Trụ sở`), place ? fullNameOf(place) : null],
      ['address', _(msg`Địa chỉ`), content.address],
      ['website', _(msg`Trang web`), content.website],
      ['summary.vi', _(msg`Giới thiệu (tiếng Việt)`), content.summary.vi],
      ['summary.en', _(msg`Giới thiệu (tiếng Anh)`), content.summary.en],
      ['capabilities.vi', _(msg`Năng lực (tiếng Việt)`), content.capabilities.vi],
      ['capabilities.en', _(msg`Năng lực (tiếng Anh)`), content.capabilities.en],
      ['domains', _(msg`Lĩnh vực`), formatList(domains)],
    ];
    return rows.map(([field, label, value]) => ({ step: '', field: `content.${field}`, label, value: value?.trim() || null }));
  };
}
