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

export const verificationLabels: Labels<Api.OrganizationVerification> = {
  UNVERIFIED: msg`Chưa xác thực`,
  PENDING: msg`Chờ xác thực`,
  VERIFIED: msg`Đã xác thực`,
  REJECTED: msg`Từ chối`,
  SUSPENDED: msg`Tạm đình chỉ`,
  EXPIRED: msg`Hết hạn`,
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

export const domainKindLabels: Labels<Api.DomainKind> = {
  ISO37122: msg`Lĩnh vực theo ISO 37122`,
  CROSS_CUTTING: msg`Chủ đề xuyên suốt`,
};

export const needSortLabels: Labels<Api.NeedSort> = {
  NEWEST: msg`Mới đăng`,
  CLOSING_SOON: msg`Sắp hết hạn`,
};

/** Values of an enum in the order of this file. */
export function valuesOf<Key extends string>(labels: Labels<Key>): Key[] {
  return Object.keys(labels) as Key[];
}
