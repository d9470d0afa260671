import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type * as Api from '@/graphql-types';

type Labels<Key extends string> = Record<Key, MessageDescriptor>;

/** The words of the search; apart from `labels.ts`, which every visitor fetches. */
export const searchKindLabels: Labels<Api.SearchKind> = {
  NEED: msg`Nhu cầu`,
  OFFER: msg`Giải pháp`,
  ORGANIZATION: msg`Tổ chức`,
  RESEARCHER: msg`Chuyên gia`,
};

/** Of one thing. */
export const searchKindOfOneLabels: Labels<Api.SearchKind> = {
  NEED: msg({ message: 'Nhu cầu', context: 'one' }),
  OFFER: msg({ message: 'Giải pháp', context: 'one' }),
  ORGANIZATION: msg({ message: 'Tổ chức', context: 'one' }),
  RESEARCHER: msg({ message: 'Chuyên gia', context: 'one' }),
};

export const facetLabels: Labels<Api.FacetKey> = {
  KIND: msg`Loại`,
  DOMAIN: msg`Lĩnh vực`,
  PLACE: msg`Tỉnh, thành phố`,
  REGION: msg`Vùng`,
  CONTRACT_TYPE: msg`Loại hợp đồng`,
  STATUS: msg`Trạng thái`,
  LANGUAGE: msg`Đọc được bằng`,
};

/** Languages in which something can be read. */
export const searchLanguageLabels: Labels<Api.SearchLanguage> = {
  VI: msg`Tiếng Việt`,
  EN: msg`Tiếng Anh`,
};

export const alertFrequencyLabels: Labels<Api.AlertFrequency> = {
  IMMEDIATE: msg`Trong vài phút`,
  DAILY: msg`Mỗi sáng, lúc 8 giờ`,
  WEEKLY: msg`Sáng thứ Hai hằng tuần, lúc 8 giờ`,
  NEVER: msg`Không gửi thư, chỉ lưu lại`,
};
