import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type * as Api from '@/graphql-types';

type Labels<Key extends string> = Record<Key, MessageDescriptor>;

/** The words of the enums of the alliance's decisions; apart from `labels.ts`, which visitors fetch. */
export const reviewKindLabels: Labels<Api.ReviewKind> = {
  NEED: msg({ message: 'Nhu cầu', context: 'one' }),
  OFFER: msg({ message: 'Giải pháp', context: 'one' }),
  MATCH: msg({ message: 'Kết nối', context: 'one' }),
  REGISTRATION: msg`Đăng ký tổ chức`,
  VERIFICATION: msg`Xác thực tổ chức`,
  ALLIANCE_MEMBERSHIP: msg`Gia nhập Liên minh`,
  REPORT: msg`Báo cáo vi phạm`,
  APPEAL: msg`Khiếu nại`,
  MERGE: msg`Gộp tổ chức`,
  SUSPENSION: msg({ message: 'Đình chỉ', context: 'kind' }),
};

export const reviewDecisionLabels: Labels<Api.ReviewDecision> = {
  APPROVED: msg({ message: 'Duyệt', context: 'status' }),
  CHANGES_REQUESTED: msg`Yêu cầu chỉnh sửa`,
  REJECTED: msg`Từ chối`,
  INTRODUCED: msg`Đã giới thiệu`,
  BLOCKED: msg({ message: 'Chặn', context: 'status' }),
  DISMISSED: msg`Không có căn cứ`,
  UPHELD: msg`Giữ nguyên quyết định`,
  OVERTURNED: msg`Hủy quyết định`,
  SUSPENDED: msg({ message: 'Đình chỉ', context: 'status' }),
  REINSTATED: msg({ message: 'Khôi phục', context: 'status' }),
};

const ofReports: Partial<Labels<Api.ReviewDecision>> = {
  UPHELD: msg`Có vi phạm`,
  DISMISSED: msg`Không có vi phạm`,
};

/** Of a report «upheld» means that it was right, of an appeal that the decision stays. */
export function decisionLabel(kind: Api.ReviewKind, decision: Api.ReviewDecision): MessageDescriptor {
  return (kind === 'REPORT' && ofReports[decision]) || reviewDecisionLabels[decision];
}

export const reviewClaimLabels: Labels<Api.ReviewClaim> = {
  ME: msg`Tôi`,
  NOBODY: msg`Chưa ai nhận`,
  OTHERS: msg`Người khác`,
};

export const verificationCheckLabels: Labels<Api.VerificationCheck> = {
  LEGAL_NAME: msg`Tên pháp lý đúng với giấy tờ`,
  CODE: msg`Mã số đúng với giấy tờ và sổ đăng ký công khai`,
  ADDRESS: msg`Địa chỉ đúng với giấy tờ`,
  MANDATE: msg`Người yêu cầu được giao đại diện tổ chức`,
  EMAIL_DOMAIN: msg`Thư điện tử của chủ quản thuộc tên miền của tổ chức`,
};

export const verificationCheckResultLabels: Labels<Api.VerificationCheckResult> = {
  PASSED: msg`Đạt`,
  FAILED: msg`Không đạt`,
  NOT_APPLICABLE: msg`Không áp dụng`,
};

export const hiddenReasonLabels: Labels<Api.HiddenReason> = {
  REPORT: msg`Bị báo cáo vi phạm và Liên minh xác định có vi phạm`,
  ORGANIZATION_SUSPENDED: msg`Tổ chức đang bị Liên minh đình chỉ`,
  AUTHOR_SUSPENDED: msg`Người soạn đang bị Liên minh đình chỉ`,
  ORGANIZATION_CLOSED: msg`Tổ chức đã đóng`,
};

export const sentenceModelStateLabels: Labels<Api.SentenceModelState> = {
  READY: msg`Đang dùng`,
  ABSENT: msg`Chưa có`,
  BROKEN: msg`Không đọc được`,
};
