import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type * as Api from '@/graphql-types';

type Labels<Key extends string> = Record<Key, MessageDescriptor>;

export const evaluationStatusLabels: Labels<Api.EvaluationStatus> = {
  PREPARING: msg`Đang chuẩn bị`,
  SCORING: msg`Đang chấm riêng`,
  CONSENSUS: msg`Đang thống nhất`,
  INTERVIEW: msg`Đang phỏng vấn`,
  APPROVED: msg`Đã phê duyệt`,
  DECIDED: msg`Đã có kết quả`,
  ENDED: msg`Đã kết thúc`,
};

export const seatLabels: Labels<Api.PanelSeat> = {
  OWNER: msg`Người của cơ quan`,
  ALLIANCE: msg`Người của Liên minh`,
  RESEARCHER: msg`Chuyên gia độc lập`,
};

export const memberStatusLabels: Labels<Api.PanelMemberStatus> = {
  INVITED: msg`Chờ trả lời`,
  ACCEPTED: msg`Đã nhận lời`,
  RECUSED: msg`Đã từ chối hoặc rút`,
  REMOVED: msg`Đã được thay`,
};

export const sheetLabels: Labels<Api.ScoreSheetStatus> = {
  DRAFT: msg`Chưa nộp phiếu`,
  SUBMITTED: msg`Đã nộp phiếu`,
};

export const criterionKindLabels: Labels<Api.CriterionKind> = {
  QUALITY: msg`Chất lượng, tổ đánh giá chấm`,
  PRICE: msg`Giá, tính theo công thức`,
};

export const verdictLabels: Labels<Api.OutcomeReviewVerdict> = {
  FOUNDED: msg`Có căn cứ`,
  UNFOUNDED: msg`Không có căn cứ`,
};
