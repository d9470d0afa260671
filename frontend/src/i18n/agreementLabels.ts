import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type * as Api from '@/graphql-types';

type Labels<Key extends string> = Record<Key, MessageDescriptor>;

export const agreementKindLabels: Labels<Api.AgreementKind> = {
  MEMORANDUM: msg`Biên bản ghi nhớ`,
  PILOT: msg`Thử nghiệm có kiểm soát`,
  SERVICE_LEASE: msg`Thuê dịch vụ`,
  PPP_PREPARATION: msg`Chuẩn bị dự án PPP`,
};

export const agreementStatusLabels: Labels<Api.AgreementStatus> = {
  DRAFTING: msg`Đang soạn thảo`,
  PENDING_SIGNATURE: msg`Chờ ký`,
  ACTIVE: msg`Đang hiệu lực`,
  COMPLETED: msg`Đã hoàn thành`,
  TERMINATED: msg`Chấm dứt trước hạn`,
  EXPIRED: msg`Hết hạn, chưa ghi nhận kết quả`,
  CANCELLED: msg`Đã hủy trước khi ký`,
};

export const agreementNegotiationLabels: Labels<Api.AgreementNegotiation> = {
  EDITING: msg`Hai bên lần lượt sửa`,
  SIGNING: msg`Đã thống nhất, chờ ký`,
  SETTLED: msg`Không có bản nào đang bàn`,
};

export const agreementSideLabels: Labels<Api.AgreementSide> = {
  OWNER: msg`Bên có nhu cầu`,
  PARTNER: msg`Bên thực hiện`,
};

export const agreementPublicationLabels: Labels<Api.AgreementPublication> = {
  HIDDEN: msg`Không công khai`,
  SUMMARY: msg`Công khai các bên, thời gian và mốc tiến độ`,
  WHOLE: msg`Công khai cả điều khoản và số tiền`,
};

export const agreementMilestoneLabels: Labels<Api.MilestoneStatus> = {
  SCHEDULED: msg`Chưa kết luận`,
  MET: msg`Đạt`,
  PARTIALLY_MET: msg`Đạt một phần`,
  NOT_MET: msg`Không đạt`,
};

export const agreementPaymentLabels: Labels<Api.AgreementPaymentKind> = {
  MONEY: msg`Tiền`,
  IN_KIND: msg`Hiện vật, công sức`,
};
