import type * as Api from '@/graphql-types';
import { emailStatusLabels, jointCallStatusLabels, matchStatusLabels, proposalStatusLabels } from '@/i18n/workLabels';
import { statusTag, type Looks } from './StatusTag';

const matchLooks: Looks<Api.MatchStatus> = {
  SUGGESTED: ['neutral', 'star'],
  REVIEWED: ['accent', 'eye'],
  INTRODUCED: ['warning', 'mail'],
  ACCEPTED_BY_NEED: ['warning', 'clock'],
  ACCEPTED_BY_OFFER: ['warning', 'clock'],
  MUTUAL: ['positive', 'link'],
  IN_DIALOGUE: ['accent', 'mail'],
  CONVERTED: ['positive', 'star'],
  DECLINED: ['danger', 'cross'],
  EXPIRED: ['neutral', 'clock'],
  BLOCKED: ['danger', 'lock'],
};

const proposalLooks: Looks<Api.ProposalStatus> = {
  DRAFT: ['neutral', 'edit'],
  AWAITING_SIGNOFF: ['warning', 'clock'],
  SUBMITTED: ['accent', 'lock'],
  OPENED: ['accent', 'eye'],
  UNDER_EVALUATION: ['accent', 'eye'],
  SHORTLISTED: ['accent', 'star'],
  SELECTED: ['positive', 'check'],
  NOT_SELECTED: ['neutral', 'cross'],
  DISQUALIFIED: ['danger', 'cross'],
  WITHDRAWN: ['neutral', 'cross'],
};

const emailLooks: Looks<Api.EmailStatus> = {
  QUEUED: ['warning', 'clock'],
  SENT: ['positive', 'check'],
  DEAD: ['danger', 'cross'],
};

const jointCallLooks: Looks<Api.JointCallStatus> = {
  PROPOSED: ['warning', 'clock'],
  AGREED: ['positive', 'link'],
  DECLINED: ['danger', 'cross'],
  EXPIRED: ['neutral', 'clock'],
  ENDED: ['danger', 'lock'],
};

/** The states that only signed-in people see. */
export const MatchStatusTag = statusTag(matchStatusLabels, matchLooks);
export const ProposalStatusTag = statusTag(proposalStatusLabels, proposalLooks);
export const EmailStatusTag = statusTag(emailStatusLabels, emailLooks);
export const JointCallStatusTag = statusTag(jointCallStatusLabels, jointCallLooks);
