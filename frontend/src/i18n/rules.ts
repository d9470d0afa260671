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
  MISLEADING: msg`Sai sự thật hoặc gây hiểu lầm`,
  IMPERSONATION: msg`Mạo danh tổ chức hoặc cá nhân`,
  UNLAWFUL: msg`Trái pháp luật`,
  ABUSE: msg`Xúc phạm, đe dọa hoặc gây hại cho người khác`,
  OTHER: msg`Lý do khác`,
} as const satisfies Record<string, MessageDescriptor>;

export type Rule = keyof typeof ruleLabels;

/** Rules that something can be held against somebody by. */
export const rulesAgainst: readonly Rule[] = ['MISLEADING', 'IMPERSONATION', 'UNLAWFUL', 'ABUSE', 'ADVERTISING', 'PERSONAL_DATA', 'OFF_TOPIC', 'DUPLICATE', 'CONFLICT', 'UNCLEAR_OUTCOME', 'OTHER'];

/** Null for a rule that this version does not know. */
export function ruleLabel(rule: string | null): MessageDescriptor | null {
  return rule !== null && rule in ruleLabels ? ruleLabels[rule as Rule] : null;
}
