import { evaluationStatusLabels, memberStatusLabels, sheetLabels } from '@/i18n/evaluationLabels';
import { statusTag } from '@/ui/StatusTag';

export const EvaluationStatusTag = statusTag(evaluationStatusLabels, {
  PREPARING: ['neutral', 'edit'],
  SCORING: ['accent', 'edit'],
  CONSENSUS: ['accent', 'user'],
  INTERVIEW: ['accent', 'user'],
  APPROVED: ['positive', 'check'],
  DECIDED: ['positive', 'star'],
  ENDED: ['neutral', 'cross'],
});

export const MemberStatusTag = statusTag(memberStatusLabels, {
  INVITED: ['warning', 'clock'],
  ACCEPTED: ['positive', 'check'],
  RECUSED: ['neutral', 'cross'],
  REMOVED: ['neutral', 'cross'],
});

export const SheetTag = statusTag(sheetLabels, {
  DRAFT: ['neutral', 'edit'],
  SUBMITTED: ['positive', 'check'],
});
