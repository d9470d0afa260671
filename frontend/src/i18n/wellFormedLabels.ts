import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type * as Api from '@/graphql-types';

type Labels<Key extends string> = Record<Key, MessageDescriptor>;

export const budgetSourceLabels: Labels<Api.BudgetSource> = {
  CENTRAL_BUDGET: msg`Ngân sách trung ương`,
  LOCAL_BUDGET: msg`Ngân sách địa phương`,
  REGULAR_SPENDING: msg`Chi thường xuyên (thuê dịch vụ)`,
  PRIVATE_CAPITAL: msg`Vốn của doanh nghiệp`,
  FOREIGN_AID: msg`Vốn ODA hoặc nguồn nước ngoài`,
  MIXED: msg`Nhiều nguồn`,
  UNDECIDED: msg`Chưa xác định`,
};

export const flagSeverityLabels: Labels<Api.FlagSeverity> = {
  BLOCKS: msg`Phải sửa`,
  WARNS: msg`Sửa hoặc giải thích`,
  ADVICE: msg`Nên xem lại`,
};
