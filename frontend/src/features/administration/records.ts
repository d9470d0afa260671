import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { consentPurposeLabels, signInMethodLabels } from '@/i18n/accountLabels';
import { matchStatusLabels, needStatusLabels, offerStatusLabels, proposalStatusLabels } from '@/i18n/labels';
import { ruleLabel } from '@/i18n/rules';

/** What the server records; a newer server may know more. */
const actionLabels: Record<string, MessageDescriptor> = {
  'account.registered': msg`Đăng ký tài khoản`,
  'account.signed_in': msg({ message: 'Đăng nhập', context: 'record' }),
  'account.signed_out': msg({ message: 'Đăng xuất', context: 'record' }),
  'account.updated': msg`Sửa hồ sơ cá nhân`,
  'account.email_change_requested': msg`Xin đổi địa chỉ thư`,
  'account.email_changed': msg`Đổi địa chỉ thư`,
  'account.closed': msg({ message: 'Đóng tài khoản', context: 'record' }),
  'consent.given': msg({ message: 'Đồng ý', context: 'record' }),
  'consent.withdrawn': msg`Rút lại đồng ý`,
  'credential.password_changed': msg({ message: 'Đổi mật khẩu', context: 'record' }),
  'credential.password_reset': msg`Đặt lại mật khẩu qua thư`,
  'credential.totp_added': msg({ message: 'Thêm ứng dụng xác thực', context: 'record' }),
  'credential.totp_removed': msg`Gỡ ứng dụng xác thực`,
  'credential.recovery_codes_renewed': msg`Tạo bộ mã khôi phục mới`,
  'credential.recovery_code_used': msg`Dùng một mã khôi phục`,
  'credential.passkey_added': msg({ message: 'Thêm khóa truy cập', context: 'record' }),
  'credential.passkey_removed': msg`Xóa khóa truy cập`,
  'access_token.created': msg`Tạo mã truy cập cho chương trình`,
  'access_token.revoked': msg`Thu hồi mã truy cập`,
  'session.opened': msg({ message: 'Đăng nhập', context: 'record' }),
  'session.refused': msg`Đăng nhập bị từ chối`,
  'session.confirmed': msg({ message: 'Xác nhận danh tính', context: 'record' }),
  'session.signed_out': msg({ message: 'Đăng xuất', context: 'record' }),
  'session.ended': msg`Đăng xuất một thiết bị`,
  'session.others_ended': msg`Đăng xuất các thiết bị khác`,
  'session.token_reused': msg`Mã phiên bị dùng lại, phiên bị đóng`,
  'organization.created': msg`Lập tổ chức`,
  'membership.approved': msg`Chấp thuận thành viên`,
  'need.created': msg({ message: 'Soạn nhu cầu', context: 'record' }),
  'need.submitted': msg`Gửi duyệt nhu cầu`,
  'need.published': msg({ message: 'Đăng nhu cầu', context: 'record' }),
  'need.sent_back': msg`Trả lại nhu cầu`,
  'need.closed': msg`Đóng nhu cầu vì hết hạn`,
  'need.evaluation_started': msg({ message: 'Bắt đầu đánh giá', context: 'record' }),
  'need.concluded': msg({ message: 'Kết thúc nhu cầu', context: 'record' }),
  'offer.created': msg({ message: 'Soạn giải pháp', context: 'record' }),
  'offer.submitted': msg`Gửi duyệt giải pháp`,
  'offer.published': msg({ message: 'Đăng giải pháp', context: 'record' }),
  'offer.rejected': msg`Trả lại giải pháp`,
  'offer.status_changed': msg`Đổi trạng thái giải pháp`,
  'offer.expired': msg`Giải pháp hết hạn đăng`,
  'match.reviewed': msg`Kiểm duyệt gợi ý`,
  'match.introduced': msg({ message: 'Giới thiệu hai bên', context: 'record' }),
  'match.accepted': msg({ message: 'Đồng ý kết nối', context: 'record' }),
  'match.declined': msg({ message: 'Từ chối kết nối', context: 'record' }),
  'match.blocked': msg({ message: 'Chặn kết nối', context: 'record' }),
  'match.expired': msg`Kết nối hết hạn`,
  'match.revived': msg`Gợi ý lại kết nối`,
  'proposal.created': msg({ message: 'Soạn đề xuất', context: 'record' }),
  'proposal.submitted': msg({ message: 'Nộp đề xuất', context: 'record' }),
  'proposal.withdrawn': msg({ message: 'Rút đề xuất', context: 'record' }),
  'proposal.decided': msg`Quyết định về đề xuất`,
  'proposals.opened': msg`Mở các đề xuất`,
  'email.retried': msg`Gửi lại thư`,
};

export const actionLabel = (action: string): MessageDescriptor | null => actionLabels[action] ?? null;

const actorLabels: Record<string, MessageDescriptor> = {
  system: msg`Hệ thống`,
  anonymous: msg`Khách`,
  member: msg`Thành viên`,
  staff: msg`Cán bộ Liên minh`,
};

/** Null for a name. */
export const actorLabel = (actor: string): MessageDescriptor | null => actorLabels[actor] ?? null;

/** A record may hold nothing but the id of what it is about; nobody reads that. */
const idAlone = /^[a-z]+_[0-9a-f]{32}$/;

const statusLabels: Record<string, Record<string, MessageDescriptor>> = {
  consent: consentPurposeLabels,
  match: matchStatusLabels,
  need: needStatusLabels,
  offer: offerStatusLabels,
  proposal: proposalStatusLabels,
  session: signInMethodLabels,
};

export type Detail = { label: MessageDescriptor } | { receipt: string } | { proposals: number } | { text: string } | null;

/** The record's JSON, as far as it is for people. */
export function detailOf(action: string, json: string): Detail {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return { text: json };
  }
  if (action === 'proposals.opened' && Array.isArray(value)) return { proposals: value.length };
  // The person's id; the record's subject says which organisation.
  if (value === null || action === 'membership.approved') return null;
  if (typeof value !== 'string') return { text: json };
  if (idAlone.test(value)) return null;
  if (action === 'proposal.submitted') return { receipt: value };
  const word = value.toUpperCase();
  const label = statusLabels[action.split('.')[0] ?? '']?.[word] ?? ruleLabel(word);
  return label ? { label } : { text: value };
}

export const subjectKinds = {
  need: { to: '/nhu-cau/$id', label: msg({ message: 'Nhu cầu', context: 'one' }) },
  offer: { to: '/giai-phap/$id', label: msg({ message: 'Giải pháp', context: 'one' }) },
  org: { to: '/to-chuc/$id', label: msg({ message: 'Tổ chức', context: 'one' }) },
  match: { to: '/ket-noi/$id', label: msg({ message: 'Kết nối', context: 'one' }) },
  prop: { to: '/de-xuat/$id', label: msg({ message: 'Đề xuất', context: 'one' }) },
  user: { to: null, label: msg({ message: 'Tài khoản', context: 'one' }) },
  memb: { to: null, label: msg({ message: 'Thành viên', context: 'one' }) },
  mail: { to: null, label: msg({ message: 'Thư', context: 'one' }) },
} as const;

/** What an id names, by its prefix. */
export function subjectOf(id: string): (typeof subjectKinds)[keyof typeof subjectKinds] | null {
  const prefix = id.split('_')[0] ?? '';
  return prefix in subjectKinds ? subjectKinds[prefix as keyof typeof subjectKinds] : null;
}
