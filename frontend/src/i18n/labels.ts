import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type * as Api from '@/graphql-types';

type Labels<Key extends string> = Record<Key, MessageDescriptor>;

/** The words of every enum of the API. The Vietnamese ones are the product's vocabulary: do not vary them.
 * A context tells apart words that Vietnamese shares and English does not (a status from a button). */
export const needStatusLabels: Labels<Api.NeedStatus> = {
  DRAFT: msg`Bản nháp`,
  UNDER_REVIEW: msg`Chờ duyệt`,
  CHANGES_REQUESTED: msg`Yêu cầu chỉnh sửa`,
  CONSULTATION: msg`Tham vấn thị trường`,
  OPEN: msg`Đang tiếp nhận`,
  CLOSED: msg`Đã đóng`,
  EVALUATING: msg`Đang đánh giá`,
  MATCHED: msg`Đã ghép nối`,
  IN_AGREEMENT: msg`Đã ký thỏa thuận`,
  COMPLETED: msg`Hoàn thành`,
  CANCELLED: msg({ message: 'Hủy', context: 'status' }),
  UNSUCCESSFUL: msg`Không thành`,
  WITHDRAWN: msg({ message: 'Rút', context: 'status' }),
  HANDED_OVER: msg`Chuyển sang VNEPS`,
};

export const offerStatusLabels: Labels<Api.OfferStatus> = {
  DRAFT: msg`Bản nháp`,
  UNDER_REVIEW: msg`Chờ duyệt`,
  PUBLISHED: msg`Đang đăng`,
  PAUSED: msg`Tạm ẩn`,
  EXPIRED: msg`Hết hạn`,
  ARCHIVED: msg`Lưu trữ`,
  REJECTED: msg`Từ chối`,
};

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

export const verificationLabels: Labels<Api.OrganizationVerification> = {
  UNVERIFIED: msg`Chưa xác thực`,
  PENDING: msg`Chờ xác thực`,
  VERIFIED: msg`Đã xác thực`,
  REJECTED: msg`Từ chối`,
  SUSPENDED: msg`Tạm đình chỉ`,
  EXPIRED: msg`Hết hạn`,
};

export const emailStatusLabels: Labels<Api.EmailStatus> = {
  QUEUED: msg`Chờ gửi`,
  SENT: msg`Đã gửi`,
  DEAD: msg`Không gửi được`,
};

export const organizationKindLabels: Labels<Api.OrganizationKind> = {
  PROV_PC: msg`UBND tỉnh/thành phố`,
  COMMUNE_PC: msg`UBND xã/phường/đặc khu`,
  DEPT: msg`Sở, ban, ngành`,
  MINISTRY: msg`Bộ/cơ quan trung ương`,
  PARTY_BODY: msg`Ban Đảng`,
  PUBLIC_UNIT: msg`Đơn vị sự nghiệp công lập`,
  SOE: msg`Doanh nghiệp nhà nước`,
  PRIVATE_CO: msg`Doanh nghiệp tư nhân`,
  FDI_CO: msg`Doanh nghiệp FDI/nước ngoài`,
  STARTUP: msg`Doanh nghiệp khởi nghiệp`,
  INVESTOR: msg`Nhà đầu tư`,
  BANK: msg`Tổ chức tín dụng`,
  IZ_DEVELOPER: msg`Chủ đầu tư KCN/đô thị`,
  UNIVERSITY: msg`Trường ĐH`,
  INSTITUTE: msg`Viện nghiên cứu`,
  INTL_ORG: msg`Tổ chức quốc tế`,
  FOREIGN_PARTNER: msg`Đối tác nước ngoài`,
  ASSOCIATION: msg`Hiệp hội`,
  CONSULTANT: msg`Tư vấn`,
  ALLIANCE: msg`Liên minh`,
};

export const contractTypeLabels: Labels<Api.ContractType> = {
  BOT: msg`BOT – Xây dựng – Kinh doanh – Chuyển giao`,
  BTO: msg`BTO – Xây dựng – Chuyển giao – Kinh doanh`,
  BOO: msg`BOO – Xây dựng – Sở hữu – Kinh doanh`,
  OM: msg`O&M – Kinh doanh – Quản lý`,
  BTL: msg`BTL – Xây dựng – Chuyển giao – Thuê dịch vụ`,
  BLT: msg`BLT – Xây dựng – Thuê dịch vụ – Chuyển giao`,
  BT: msg`BT – Xây dựng – Chuyển giao`,
  MIXED: msg`Hợp đồng hỗn hợp`,
};

export const deliveryModelLabels: Labels<Api.DeliveryModel> = {
  PPP: msg`Đối tác công tư (PPP)`,
  PUBLIC_INVESTMENT: msg`Đầu tư công`,
  SERVICE_LEASE: msg`Thuê dịch vụ`,
  PILOT: msg`Thử nghiệm có kiểm soát`,
  MEMORANDUM: msg`Biên bản ghi nhớ`,
  SCIENCE_TECHNOLOGY_PPP: msg`PPP khoa học, công nghệ (Nghị định 180)`,
};

export const maturityLabels: Labels<Api.OfferMaturity> = {
  CONCEPT: msg`Ý tưởng`,
  PROTOTYPE: msg`Nguyên mẫu`,
  PILOTED: msg`Đã thử nghiệm`,
  DEPLOYED: msg`Đã triển khai`,
  SCALED: msg`Đã nhân rộng`,
};

/** Target levels of Circular 03/2026/TT-BXD. */
export const maturityLevelLabels: Record<1 | 2 | 3, MessageDescriptor> = {
  1: msg`Mức 1 – Xây dựng nền tảng`,
  2: msg`Mức 2 – Liên kết hệ thống`,
  3: msg`Mức 3 – Đổi mới quản trị`,
};

export const factorLabels: Labels<Api.FactorKey> = {
  TEXT: msg`Nội dung`,
  DOMAIN: msg`Lĩnh vực`,
  PLACE: msg`Địa bàn`,
  MONEY: msg`Kinh phí`,
  CALENDAR: msg`Thời gian`,
  MATURITY: msg`Độ sẵn sàng`,
  TRACK_RECORD: msg`Kinh nghiệm`,
};

export const ascnAreaLabels: Labels<Api.AscnArea> = {
  CIVIC_SOCIAL: msg`Công dân & xã hội`,
  HEALTH_WELLBEING: msg`Y tế & sức khỏe`,
  SAFETY_SECURITY: msg`An toàn & an ninh`,
  QUALITY_ENVIRONMENT: msg`Môi trường chất lượng`,
  BUILT_INFRASTRUCTURE: msg`Hạ tầng xây dựng`,
  INDUSTRY_INNOVATION: msg`Công nghiệp & đổi mới sáng tạo`,
};

export const domainKindLabels: Labels<Api.DomainKind> = {
  ISO37122: msg`Lĩnh vực theo ISO 37122`,
  CROSS_CUTTING: msg`Chủ đề xuyên suốt`,
};

export const matchSideLabels: Labels<Api.MatchSide> = {
  NEED: msg`Bên có nhu cầu`,
  OFFER: msg`Bên có giải pháp`,
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

export const needSortLabels: Labels<Api.NeedSort> = {
  NEWEST: msg`Mới đăng`,
  CLOSING_SOON: msg`Sắp hết hạn`,
};

export const staffRoleLabels: Labels<Api.StaffRole> = {
  MODERATOR: msg`Kiểm duyệt viên`,
  VERIFIER: msg`Người xác thực tổ chức`,
  ADMINISTRATOR: msg`Quản trị viên`,
};

export const membershipRoleLabels: Labels<Api.MembershipRole> = {
  OWNER: msg`Chủ quản`,
  EDITOR: msg`Biên tập`,
  VIEWER: msg`Chỉ xem`,
};

export const membershipStatusLabels: Labels<Api.MembershipStatus> = {
  PENDING: msg`Chờ chấp thuận`,
  ACTIVE: msg`Đang hoạt động`,
};

export const localeLabels: Labels<Api.Locale> = {
  VI: msg`Tiếng Việt`,
  EN: msg`Tiếng Anh`,
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

/** Values of an enum in the order of this file. */
export function valuesOf<Key extends string>(labels: Labels<Key>): Key[] {
  return Object.keys(labels) as Key[];
}
