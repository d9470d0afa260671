import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { ProposalSectionName, RiskBearer, RiskCategory } from '@/graphql-types';

export const sectionLabels: Record<ProposalSectionName, MessageDescriptor> = {
  SUMMARY: msg`Tóm tắt`,
  APPROACH: msg`Cách thực hiện`,
  TEAM: msg`Đội ngũ`,
  REFERENCES: msg`Dự án đã làm`,
  WORK_PLAN: msg`Kế hoạch thực hiện`,
  PRICE: msg`Giá và các khoản`,
  FINANCING: msg`Nguồn vốn`,
  RISKS: msg`Phân bổ rủi ro`,
  INDICATORS: msg`Chỉ số cam kết`,
};

export const riskLabels: Record<RiskCategory, MessageDescriptor> = {
  LAND_AVAILABILITY: msg`Mặt bằng`,
  ENVIRONMENTAL: msg`Môi trường`,
  DESIGN: msg`Thiết kế`,
  CONSTRUCTION: msg`Xây dựng`,
  COMPLETION: msg`Hoàn thành đúng hạn`,
  REVENUE: msg`Doanh thu`,
  INFLATION_AND_FX: msg`Lạm phát và tỷ giá`,
  AVAILABILITY_AND_QUALITY: msg`Tính sẵn sàng và chất lượng dịch vụ`,
  OTHER_REVENUE: msg`Doanh thu khác`,
  FINANCE_AVAILABILITY: msg`Thu xếp vốn`,
  REFINANCING: msg`Tái cấp vốn`,
  CHANGE_IN_LAW: msg`Thay đổi pháp luật`,
  FORCE_MAJEURE: msg`Bất khả kháng`,
  EARLY_TERMINATION: msg`Chấm dứt trước hạn`,
  COMPLIANCE: msg`Tuân thủ`,
  ALL: msg`Mọi rủi ro khác`,
};

export const bearerLabels: Record<RiskBearer, MessageDescriptor> = {
  PUBLIC_AUTHORITY: msg`Cơ quan có nhu cầu`,
  PRIVATE_PARTY: msg`Bên nộp đề xuất`,
  SHARED: msg`Cùng chịu`,
};
