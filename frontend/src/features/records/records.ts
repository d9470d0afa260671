import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { needStatusLabels, offerStatusLabels } from '@/i18n/labels';
import { matchStatusLabels, proposalStatusLabels, staffRoleLabels } from '@/i18n/workLabels';
import { consentPurposeLabels, membershipRoleLabels, signInMethodLabels } from '@/i18n/accountLabels';
import { ruleLabel } from '@/i18n/rules';
import { allianceStatusLabels, standingLabels } from '@/i18n/organizationLabels';
import { reviewDecisionLabels } from '@/i18n/staffLabels';

/** What the server records; a newer server may know more. */
const actionLabels: Record<string, MessageDescriptor> = {
  'account.registered': msg`Đăng ký tài khoản`,
  'account.signed_in': msg({ message: 'Đăng nhập', context: 'record' }),
  'account.signed_out': msg({ message: 'Đăng xuất', context: 'record' }),
  'account.updated': msg`Sửa hồ sơ cá nhân`,
  'account.email_change_requested': msg`Xin đổi địa chỉ thư`,
  'account.email_changed': msg`Đổi địa chỉ thư`,
  'account.registration_requested': msg`Xin đăng ký tài khoản`,
  'account.password_reset_requested': msg`Xin đặt lại mật khẩu`,
  'account.role_changed': msg`Đổi vai trò trong Liên minh`,
  'account.suspended': msg`Đình chỉ người dùng`,
  'account.reinstated': msg`Khôi phục người dùng`,
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
  'credential.provider_linked': msg`Liên kết nhà cung cấp đăng nhập`,
  'access.refused': msg`Bị từ chối vì không có quyền`,
  'access_token.created': msg`Tạo mã truy cập cho chương trình`,
  'access_token.revoked': msg`Thu hồi mã truy cập`,
  'session.opened': msg({ message: 'Đăng nhập', context: 'record' }),
  'session.refused': msg`Đăng nhập bị từ chối`,
  'session.confirmed': msg({ message: 'Xác nhận danh tính', context: 'record' }),
  'session.signed_out': msg({ message: 'Đăng xuất', context: 'record' }),
  'session.ended': msg`Đăng xuất một thiết bị`,
  'session.others_ended': msg`Đăng xuất các thiết bị khác`,
  'session.token_reused': msg`Mã phiên bị dùng lại, phiên bị đóng`,
  'session.new_device': msg`Đăng nhập từ thiết bị mới`,
  'organization.created': msg`Lập tổ chức`,
  'organization.updated': msg`Sửa hồ sơ tổ chức`,
  'organization.identity_changed': msg`Đổi tên pháp lý, loại hoặc mã số`,
  'organization.codes_freed': msg`Trả lại mã số`,
  'organization.closed': msg`Đóng tổ chức`,
  'organization.merged': msg`Gộp tổ chức`,
  'organization.suspended': msg({ message: 'Đình chỉ tổ chức', context: 'record' }),
  'organization.reinstated': msg({ message: 'Khôi phục tổ chức', context: 'record' }),
  'organization.second_factor_required': msg`Đổi yêu cầu về bước xác thực thứ hai`,
  'merge.proposed': msg`Đề nghị gộp tổ chức`,
  'merge.rejected': msg`Không gộp tổ chức`,
  'registration.decided': msg`Quyết định về đăng ký tổ chức`,
  'verification.requested': msg`Yêu cầu xác thực`,
  'verification.decided': msg`Quyết định về xác thực`,
  'verification.lost': msg`Mất dấu xác thực`,
  'verification.expired': msg`Xác thực hết hạn`,
  'alliance.applied': msg`Nộp đơn gia nhập Liên minh`,
  'alliance.application_withdrawn': msg`Rút đơn gia nhập Liên minh`,
  'alliance.decided': msg`Quyết định kết nạp`,
  'alliance.left': msg`Ra khỏi Liên minh`,
  'alliance.suspended': msg`Tạm dừng tư cách thành viên`,
  'alliance.restored': msg`Khôi phục tư cách thành viên`,
  'alliance.reopened': msg`Mở lại đơn gia nhập`,
  'alliance.status_changed': msg`Đổi tư cách thành viên`,
  'membership.requested': msg`Xin tham gia tổ chức`,
  'membership.declined': msg`Không chấp thuận thành viên`,
  'membership.removed': msg`Cho thôi thành viên`,
  'membership.left': msg`Rời tổ chức`,
  'membership.role_changed': msg`Đổi quyền của thành viên`,
  'membership.ownership_transferred': msg`Chuyển quyền chủ quản`,
  'invitation.sent': msg`Mời thành viên`,
  'invitation.resent': msg`Gửi lại lời mời`,
  'invitation.revoked': msg`Thu hồi lời mời`,
  'invitation.accepted': msg`Nhận lời mời`,
  'invitation.declined': msg({ message: 'Từ chối lời mời', context: 'record' }),
  'certificate.added': msg`Thêm chứng chỉ`,
  'certificate.updated': msg`Sửa chứng chỉ`,
  'certificate.removed': msg`Bỏ chứng chỉ`,
  'reference.added': msg`Thêm tham chiếu`,
  'reference.updated': msg`Sửa tham chiếu`,
  'reference.removed': msg`Bỏ tham chiếu`,
  'file.uploaded': msg`Tải tệp lên`,
  'file.read': msg`Đọc tệp`,
  'file.removed': msg`Bỏ tệp`,
  'researcher.updated': msg({ message: 'Sửa hồ sơ chuyên gia', context: 'record' }),
  'researcher.removed': msg`Bỏ hồ sơ chuyên gia`,
  'report.opened': msg({ message: 'Báo vi phạm', context: 'record' }),
  'report.upheld': msg`Báo cáo đúng: có vi phạm`,
  'report.dismissed': msg`Báo cáo không đúng`,
  'appeal.opened': msg({ message: 'Khiếu nại', context: 'record' }),
  'appeal.upheld': msg`Khiếu nại: giữ nguyên quyết định`,
  'appeal.overturned': msg`Khiếu nại: hủy quyết định`,
  'membership.approved': msg`Chấp thuận thành viên`,
  'need.created': msg({ message: 'Soạn nhu cầu', context: 'record' }),
  'need.submitted': msg`Gửi duyệt nhu cầu`,
  'need.published': msg({ message: 'Đăng nhu cầu', context: 'record' }),
  'need.sent_back': msg`Trả lại nhu cầu`,
  'need.closed': msg`Đóng nhu cầu vì hết hạn`,
  'need.evaluation_started': msg({ message: 'Bắt đầu đánh giá', context: 'record' }),
  'need.concluded': msg({ message: 'Kết thúc nhu cầu', context: 'record' }),
  'need.consultation_began': msg({ message: 'Bắt đầu tham vấn về nhu cầu', context: 'record' }),
  'need.opened': msg({ message: 'Mở nhận đề xuất cho nhu cầu', context: 'record' }),
  'need.changed': msg({ message: 'Sửa nhu cầu đang tham vấn', context: 'record' }),
  'need.focal_point': msg({ message: 'Nhờ hoặc thôi nhờ hoàn thiện nhu cầu', context: 'record' }),
  'need.flag_justified': msg({ message: 'Giải thích lưu ý của nhu cầu', context: 'record' }),
  'need.addendum_published': msg({ message: 'Công bố bổ sung cho nhu cầu', context: 'record' }),
  'need.followed_agreement': msg({ message: 'Nhu cầu đi theo thỏa thuận', context: 'record' }),
  'question.asked': msg({ message: 'Đặt câu hỏi về nhu cầu', context: 'record' }),
  'question.answered': msg({ message: 'Trả lời câu hỏi về nhu cầu', context: 'record' }),
  'question.hidden': msg({ message: 'Ẩn câu hỏi về nhu cầu', context: 'record' }),
  'interest.registered': msg({ message: 'Ghi nhận quan tâm', context: 'record' }),
  'interest.withdrawn': msg({ message: 'Rút quan tâm', context: 'record' }),
  'criteria.set': msg({ message: 'Đặt tiêu chí đánh giá', context: 'record' }),
  'evaluation.scoring_began': msg({ message: 'Bắt đầu chấm điểm', context: 'record' }),
  'evaluation.sheet_submitted': msg({ message: 'Nộp phiếu chấm', context: 'record' }),
  'evaluation.consensus_began': msg({ message: 'Bắt đầu thống nhất điểm', context: 'record' }),
  'evaluation.approved': msg({ message: 'Phê duyệt kết quả chấm', context: 'record' }),
  'evaluation.shortlisted': msg({ message: 'Chọn danh sách ngắn', context: 'record' }),
  'evaluation.decided': msg({ message: 'Quyết định kết quả đánh giá', context: 'record' }),
  'outcome_review.asked': msg({ message: 'Đề nghị xem xét lại kết quả', context: 'record' }),
  'outcome_review.answered': msg({ message: 'Trả lời đề nghị xem xét lại', context: 'record' }),
  'agreement.begun': msg({ message: 'Bắt đầu soạn thỏa thuận', context: 'record' }),
  'agreement.edited': msg({ message: 'Sửa bản thảo thỏa thuận', context: 'record' }),
  'agreement.draft_discarded': msg({ message: 'Bỏ bản thảo thỏa thuận', context: 'record' }),
  'agreement.proposed': msg({ message: 'Gửi bản thảo cho bên kia', context: 'record' }),
  'agreement.commented': msg({ message: 'Góp ý bản thảo thỏa thuận', context: 'record' }),
  'agreement.accepted': msg({ message: 'Chấp nhận bản thảo thỏa thuận', context: 'record' }),
  'agreement.reopened': msg({ message: 'Mở lại bản thảo thỏa thuận', context: 'record' }),
  'agreement.signed': msg({ message: 'Ký thỏa thuận', context: 'record' }),
  'agreement.in_force': msg({ message: 'Thỏa thuận có hiệu lực', context: 'record' }),
  'agreement.cancelled': msg({ message: 'Hủy thỏa thuận', context: 'record' }),
  'agreement.ended_by_merge': msg({ message: 'Thỏa thuận kết thúc do nhập tổ chức', context: 'record' }),
  'agreement.historic_recorded': msg({ message: 'Ghi nhận thỏa thuận đã ký trước đây', context: 'record' }),
  'agreement.witness_named': msg({ message: 'Nêu tên người chứng kiến', context: 'record' }),
  'agreement.witness_removed': msg({ message: 'Bỏ tên người chứng kiến', context: 'record' }),
  'agreement.scan_attached': msg({ message: 'Đính kèm bản quét thỏa thuận', context: 'record' }),
  'agreement.publication_set': msg({ message: 'Đặt mức công bố thỏa thuận', context: 'record' }),
  'agreement.milestone_reported': msg({ message: 'Báo cáo mốc của thỏa thuận', context: 'record' }),
  'agreement.milestone_confirmed': msg({ message: 'Xác nhận mốc của thỏa thuận', context: 'record' }),
  'agreement.measured': msg({ message: 'Ghi số đo của thỏa thuận', context: 'record' }),
  'agreement.payment_recorded': msg({ message: 'Ghi giá trị của thỏa thuận', context: 'record' }),
  'agreement.payment_confirmed': msg({ message: 'Xác nhận giá trị của thỏa thuận', context: 'record' }),
  'agreement.amendment_begun': msg({ message: 'Bắt đầu sửa đổi thỏa thuận', context: 'record' }),
  'agreement.amendment_dropped': msg({ message: 'Bỏ sửa đổi thỏa thuận', context: 'record' }),
  'agreement.handed_over': msg({ message: 'Chuyển sang hệ thống đấu thầu quốc gia', context: 'record' }),
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
  'proposals.side_opened': msg`Một phía mở đề xuất`,
  'email.retried': msg`Gửi lại thư`,
  'audit.begun': msg`Bắt đầu nhật ký nối chuỗi`,
  'audit.exported': msg`Xuất nhật ký`,
};

/** The first word of an action, in the order in which people look for them. */
export const familyLabels: Record<string, MessageDescriptor> = {
  session: msg`Phiên đăng nhập`,
  account: msg({ message: 'Tài khoản', context: 'many' }),
  credential: msg`Mật khẩu và các cách xác thực`,
  access_token: msg`Mã truy cập cho chương trình`,
  access: msg`Việc bị từ chối`,
  consent: msg`Những điều đồng ý`,
  organization: msg({ message: 'Tổ chức', context: 'many' }),
  registration: msg`Đăng ký tổ chức`,
  verification: msg`Xác thực tổ chức`,
  alliance: msg`Gia nhập Liên minh`,
  merge: msg`Gộp tổ chức`,
  membership: msg({ message: 'Thành viên', context: 'many' }),
  invitation: msg({ message: 'Lời mời', context: 'record' }),
  certificate: msg`Chứng chỉ`,
  reference: msg`Tham chiếu`,
  file: msg`Tệp`,
  researcher: msg`Hồ sơ chuyên gia`,
  need: msg({ message: 'Nhu cầu', context: 'many' }),
  offer: msg({ message: 'Giải pháp', context: 'many' }),
  match: msg({ message: 'Kết nối', context: 'many' }),
  proposal: msg({ message: 'Đề xuất', context: 'many' }),
  proposals: msg`Mở đề xuất`,
  report: msg`Báo cáo vi phạm`,
  appeal: msg`Khiếu nại`,
  email: msg({ message: 'Thư', context: 'many' }),
  audit: msg`Nhật ký`,
};

/** The known actions of a family. */
export const actionsOf = (family: string): [string, MessageDescriptor][] => Object.entries(actionLabels).filter(([action]) => action.startsWith(`${family}.`));

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
const idAlone = /^(?:[a-z]+_[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

const statusLabels: Record<string, Record<string, MessageDescriptor>> = {
  alliance: allianceStatusLabels,
  consent: consentPurposeLabels,
  match: matchStatusLabels,
  need: needStatusLabels,
  offer: offerStatusLabels,
  organization: standingLabels,
  proposal: proposalStatusLabels,
  session: signInMethodLabels,
};

export type Fact = [name: MessageDescriptor, value: MessageDescriptor | string];
export type Detail = { label: MessageDescriptor } | { receipt: string } | { proposals: number } | { text: string } | { facts: Fact[] } | null;

/** What the parts of a record's detail are called. */
const partLabels: Record<string, MessageDescriptor> = {
  decision: msg`Quyết định`,
  rule: msg`Quy tắc`,
  reason: msg`Lý do`,
  from: msg({ message: 'Từ', context: 'change' }),
  to: msg({ message: 'Thành', context: 'change' }),
  role: msg`Quyền`,
  name: msg`Tên`,
  number: msg`Số`,
  date: msg`Ngày`,
  email: msg`Thư điện tử`,
};

const wordsOfParts: Record<string, MessageDescriptor> = { ...reviewDecisionLabels, ...staffRoleLabels, ...membershipRoleLabels };

/** The parts that people read; ids and lists are left to the record itself. */
function factsOf(value: object): Fact[] {
  return Object.entries(value).flatMap(([part, said]): Fact[] => {
    const name = partLabels[part];
    if (!name || (typeof said !== 'string' && said !== null) || (typeof said === 'string' && idAlone.test(said))) return [];
    if (said === null) return part === 'from' || part === 'to' ? [[name, msg`không có`]] : [];
    const word = said.toUpperCase();
    return [[name, wordsOfParts[word] ?? ruleLabel(word) ?? said]];
  });
}

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
  if (typeof value === 'object') {
    const facts = factsOf(value);
    if (facts.length > 0) return { facts };
    return action in actionLabels ? null : { text: json };
  }
  if (typeof value !== 'string') return null;
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
  rev: { to: null, label: msg({ message: 'Quyết định', context: 'one' }) },
  user: { to: null, label: msg({ message: 'Tài khoản', context: 'one' }) },
  memb: { to: null, label: msg({ message: 'Thành viên', context: 'one' }) },
  mail: { to: null, label: msg({ message: 'Thư', context: 'one' }) },
} as const;

/** What an id names, by its prefix. */
export function subjectOf(id: string): (typeof subjectKinds)[keyof typeof subjectKinds] | null {
  const prefix = id.split('_')[0] ?? '';
  return prefix in subjectKinds ? subjectKinds[prefix as keyof typeof subjectKinds] : null;
}
