import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** House rules that a moderator's decision rests on. */
export const ruleLabels = {
  COMPLETE: msg`Đầy đủ, rõ ràng`,
  UNCLEAR_OUTCOME: msg`Kết quả mong muốn chưa rõ`,
  DUPLICATE: msg`Trùng với nội dung đã đăng`,
  OFF_TOPIC: msg`Ngoài phạm vi đô thị thông minh`,
  ADVERTISING: msg`Mang tính quảng cáo`,
  PERSONAL_DATA: msg`Có dữ liệu cá nhân`,
  GOOD_FIT: msg`Hai bên phù hợp`,
  CONFLICT: msg`Xung đột lợi ích`,
  OTHER: msg`Lý do khác`,
} as const satisfies Record<string, MessageDescriptor>;

export type Rule = keyof typeof ruleLabels;

/** Null for a rule that this version does not know. */
export function ruleLabel(rule: string | null): MessageDescriptor | null {
  return rule !== null && rule in ruleLabels ? ruleLabels[rule as Rule] : null;
}
