import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type * as Api from '@/graphql-types';

type Labels<Key extends string> = Record<Key, MessageDescriptor>;

/** The words of the enums that only signed-in people read; apart from `labels.ts`, which visitors fetch. */
export const matchStatusLabels: Labels<Api.MatchStatus> = {
  SUGGESTED: msg`Gợi ý`,
  REVIEWED: msg`Đã kiểm duyệt`,
  INTRODUCED: msg`Đã giới thiệu`,
  ACCEPTED_BY_NEED: msg`Bên có nhu cầu đã đồng ý`,
  ACCEPTED_BY_OFFER: msg`Bên có giải pháp đã đồng ý`,
  MUTUAL: msg`Hai bên đồng ý`,
  IN_DIALOGUE: msg`Đang trao đổi`,
  CONVERTED: msg`Thành thỏa thuận`,
  DECLINED: msg({ message: 'Từ chối', context: 'one side' }),
  EXPIRED: msg`Hết hạn`,
  BLOCKED: msg({ message: 'Chặn', context: 'status' }),
};

export const proposalStatusLabels: Labels<Api.ProposalStatus> = {
  DRAFT: msg`Bản nháp`,
  AWAITING_SIGNOFF: msg`Chờ thành viên xác nhận`,
  SUBMITTED: msg`Đã nộp`,
  OPENED: msg`Đã mở`,
  UNDER_EVALUATION: msg`Đang đánh giá`,
  SHORTLISTED: msg`Vào danh sách ngắn`,
  SELECTED: msg`Được chọn`,
  NOT_SELECTED: msg`Không được chọn`,
  DISQUALIFIED: msg`Không hợp lệ`,
  WITHDRAWN: msg`Đã rút`,
};

export const consortiumStatusLabels: Labels<Api.ConsortiumMemberStatus> = {
  INVITED: msg`Đã mời`,
  ACCEPTED: msg`Tham gia`,
  DECLINED: msg`Không tham gia`,
  LEFT: msg`Đã rời`,
};

export const emailStatusLabels: Labels<Api.EmailStatus> = {
  QUEUED: msg`Chờ gửi`,
  SENT: msg`Đã gửi`,
  DEAD: msg`Không gửi được`,
};

export const factorLabels: Labels<Api.FactorKey> = {
  TEXT: msg`Nội dung`,
  MEANING: msg`Ý nghĩa`,
  DOMAIN: msg`Lĩnh vực`,
  PLACE: msg`Địa bàn`,
  MONEY: msg`Kinh phí`,
  DELIVERY: msg`Hình thức hợp tác`,
  CALENDAR: msg`Thời gian`,
  MATURITY: msg`Độ sẵn sàng`,
  STANDARDS: msg`Tiêu chuẩn, chứng nhận`,
  TRACK_RECORD: msg`Kinh nghiệm`,
  CAPACITY: msg`Năng lực thực hiện`,
  LANGUAGES: msg`Ngôn ngữ làm việc`,
  EXPERTISE: msg`Chuyên môn`,
  TAGS: msg`Từ khóa tự do`,
};

export const ascnAreaLabels: Labels<Api.AscnArea> = {
  CIVIC_SOCIAL: msg`Công dân & xã hội`,
  HEALTH_WELLBEING: msg`Y tế & sức khỏe`,
  SAFETY_SECURITY: msg`An toàn & an ninh`,
  QUALITY_ENVIRONMENT: msg`Môi trường chất lượng`,
  BUILT_INFRASTRUCTURE: msg`Hạ tầng xây dựng`,
  INDUSTRY_INNOVATION: msg`Công nghiệp & đổi mới sáng tạo`,
};

export const matchSideLabels: Labels<Api.MatchSide> = {
  NEED: msg`Bên có nhu cầu`,
  OFFER: msg`Bên có giải pháp`,
};

export const jointCallStatusLabels: Labels<Api.JointCallStatus> = {
  PROPOSED: msg`Chờ các bên trả lời`,
  AGREED: msg`Các bên đã đồng ý`,
  DECLINED: msg`Không đủ bên đồng ý`,
  EXPIRED: msg`Hết hiệu lực`,
  ENDED: msg`Liên minh kết thúc`,
};

export const jointCallKindLabels: Labels<Api.JointCallKind> = {
  SIMILAR: msg`Cùng một nhu cầu`,
  COMPLEMENTARY: msg`Bổ sung cho nhau`,
};

export const jointCallAnswerLabels: Labels<Api.JointCallAnswer> = {
  WAITING: msg`Chưa trả lời`,
  CONSENTED: msg({ message: 'Đồng ý', context: 'one side' }),
  DECLINED: msg({ message: 'Từ chối', context: 'one side' }),
  LEFT: msg`Nhu cầu không còn tiếp nhận`,
};

export const proposalDecisionLabels: Labels<Api.ProposalDecision> = {
  SELECTED: msg`Được chọn`,
  NOT_SELECTED: msg`Không được chọn`,
};

export const needOutcomeLabels: Labels<Api.NeedOutcome> = {
  WITHDRAWN: msg({ message: 'Rút', context: 'status' }),
  CANCELLED: msg({ message: 'Hủy', context: 'status' }),
  UNSUCCESSFUL: msg`Không thành`,
};

export const staffRoleLabels: Labels<Api.StaffRole> = {
  MODERATOR: msg`Kiểm duyệt viên`,
  VERIFIER: msg`Người xác thực tổ chức`,
  ADMINISTRATOR: msg`Quản trị viên`,
};

export const membershipStatusLabels: Labels<Api.MembershipStatus> = {
  PENDING: msg`Chờ chấp thuận`,
  ACTIVE: msg`Đang hoạt động`,
};

export const placeKindLabels: Labels<Api.PlaceKind> = {
  PROVINCE: msg`Tỉnh`,
  CITY: msg`Thành phố`,
  FORMER_PROVINCE: msg`Tỉnh cũ`,
  FORMER_CITY: msg`Thành phố cũ`,
};

export const translationStateLabels: Labels<Api.TranslationState> = {
  HUMAN: msg`Người dịch`,
  MACHINE: msg`Máy dịch`,
  OUTDATED: msg`Bản dịch đã cũ`,
};

export const proposalSectionLabels: Labels<Api.ProposalSectionName> = {
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

export const riskCategoryLabels: Labels<Api.RiskCategory> = {
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

export const riskBearerLabels: Labels<Api.RiskBearer> = {
  PUBLIC_AUTHORITY: msg`Cơ quan có nhu cầu`,
  PRIVATE_PARTY: msg`Bên nộp đề xuất`,
  SHARED: msg`Cùng chịu`,
};

export const openerRoleLabels: Labels<Api.OpenerRole> = {
  OWNER: msg`Người của bên có nhu cầu`,
  MODERATOR: msg`Điều phối viên của Liên minh`,
  ADMINISTRATOR: msg`Quản trị viên của Liên minh`,
};
