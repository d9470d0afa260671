import { agreementMilestoneLabels, agreementStatusLabels } from '@/i18n/agreementLabels';
import { statusTag } from '@/ui/StatusTag';

export const AgreementStatusTag = statusTag(agreementStatusLabels, {
  DRAFTING: ['neutral', 'edit'],
  PENDING_SIGNATURE: ['warning', 'edit'],
  ACTIVE: ['positive', 'check'],
  COMPLETED: ['positive', 'star'],
  TERMINATED: ['danger', 'cross'],
  EXPIRED: ['neutral', 'clock'],
  CANCELLED: ['neutral', 'cross'],
});

export const MilestoneTag = statusTag(agreementMilestoneLabels, {
  SCHEDULED: ['neutral', 'clock'],
  MET: ['positive', 'check'],
  PARTIALLY_MET: ['warning', 'info'],
  NOT_MET: ['danger', 'cross'],
});
