import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type * as Api from '@/graphql-types';

type Labels<Key extends string> = Record<Key, MessageDescriptor>;

/** The words of the enums that only one's own account shows; apart from `labels.ts`, which visitors fetch. */
export const accessTokenScopeLabels: Labels<Api.AccessTokenScope> = {
  READ: msg`Đọc những gì bạn đọc được`,
  WRITE: msg`Soạn và gửi thay tổ chức của bạn`,
  MODERATE: msg`Quyết định thay Liên minh`,
};

export const consentPurposeLabels: Labels<Api.ConsentPurpose> = {
  WEEKLY_DIGEST: msg`Bản tin hằng tuần`,
  SEARCH_ALERTS: msg`Thư báo theo tìm kiếm đã lưu`,
  PUBLIC_PROFILE: msg`Hồ sơ chuyên gia công khai`,
};

export const signInMethodLabels: Labels<Api.SignInMethod> = {
  PASSWORD: msg`Bằng mật khẩu`,
  PASSKEY: msg`Bằng khóa truy cập`,
  PROVIDER: msg`Qua nhà cung cấp khác`,
  REGISTRATION: msg`Khi hoàn tất đăng ký`,
};

/** What each role in an organisation may do. */
export const membershipRoleHints: Labels<Api.MembershipRole> = {
  OWNER: msg`Làm được mọi việc: hồ sơ, xác thực, mời và gỡ thành viên, nhu cầu, giải pháp, đề xuất.`,
  EDITOR: msg`Soạn và gửi nhu cầu, giải pháp, đề xuất; sửa hồ sơ tổ chức; trả lời lời giới thiệu.`,
  VIEWER: msg`Đọc mọi thứ của tổ chức, không sửa gì.`,
};

export const membershipRoleLabels: Labels<Api.MembershipRole> = {
  OWNER: msg`Chủ quản`,
  EDITOR: msg`Biên tập`,
  VIEWER: msg`Chỉ xem`,
};

export const localeLabels: Labels<Api.Locale> = {
  VI: msg`Tiếng Việt`,
  EN: msg`Tiếng Anh`,
};
