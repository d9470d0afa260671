import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type * as Api from '@/graphql-types';

type Labels<Key extends string> = Record<Key, MessageDescriptor>;

/** The words of the enums that only members of an organisation meet; apart from `labels.ts`, which visitors fetch. */
export const allianceStatusLabels: Labels<Api.AllianceStatus> = {
  NONE: msg`Chưa tham gia Liên minh`,
  APPLIED: msg`Đã nộp đơn`,
  ADMITTED: msg`Thành viên`,
  SUSPENDED: msg`Tạm dừng tư cách`,
  LEFT: msg`Đã rời Liên minh`,
  REJECTED: msg`Không được kết nạp`,
};

export const standingLabels: Labels<Api.OrganizationStanding> = {
  LISTED: msg`Đang hiển thị công khai`,
  WAITING: msg`Chờ Liên minh xem xét`,
  REJECTED: msg`Đăng ký không được chấp nhận`,
  CLOSED: msg({ message: 'Đã đóng', context: 'organisation' }),
};

export const invitationStatusLabels: Labels<Api.InvitationStatus> = {
  WAITING: msg`Chờ trả lời`,
  ACCEPTED: msg`Đã tham gia`,
  DECLINED: msg({ message: 'Đã từ chối', context: 'invitation' }),
  REVOKED: msg({ message: 'Đã thu hồi', context: 'invitation' }),
  EXPIRED: msg({ message: 'Hết hạn', context: 'invitation' }),
};

export const verificationCauseLabels: Labels<Api.VerificationCause> = {
  ASKED: msg`Tổ chức yêu cầu`,
  IDENTITY_CHANGED: msg`Tên pháp lý, loại hoặc mã số đã đổi`,
  APPEALED: msg`Khiếu nại được chấp nhận`,
};
