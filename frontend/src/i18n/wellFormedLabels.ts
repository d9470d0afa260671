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

export const routeGoalLabels: Labels<Api.RouteGoal> = {
  COOPERATE: msg`Hợp tác nghiên cứu, chưa chi tiền`,
  TRIAL: msg`Thử một giải pháp chưa được chứng minh`,
  DELIVER: msg`Triển khai và vận hành`,
};

export const routeCapitalLabels: Labels<Api.RouteCapital> = {
  STATE: msg`Chỉ vốn Nhà nước`,
  SHARED: msg`Cả hai bên`,
  PRIVATE: msg`Chỉ vốn tư nhân`,
};

export const routePayerLabels: Labels<Api.RoutePayer> = {
  USERS: msg`Người sử dụng trả phí`,
  STATE: msg`Nhà nước trả theo dịch vụ`,
  LAND: msg`Nhà nước thanh toán bằng quỹ đất`,
  UNKNOWN: msg`Chưa biết`,
};

export const routeScopeLabels: Labels<Api.RouteScope> = {
  BUILD: msg`Xây dựng mới`,
  OPERATE: msg`Vận hành, quản lý tài sản sẵn có`,
  SERVICE: msg`Cung cấp dịch vụ`,
};

export const routeProposerLabels: Labels<Api.RouteProposer> = {
  AUTHORITY: msg`Cơ quan Nhà nước`,
  INVESTOR: msg`Một nhà đầu tư`,
};

export const technologyLabels: Labels<'YES' | 'NO'> = {
  YES: msg`Có`,
  NO: msg`Không`,
};
