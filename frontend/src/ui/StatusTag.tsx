import type { MessageDescriptor } from '@lingui/core';
import { useLingui } from '@lingui/react';
import type * as Api from '@/graphql-types';
import {
  emailStatusLabels,
  matchStatusLabels,
  needStatusLabels,
  offerStatusLabels,
  proposalStatusLabels,
  verificationLabels,
} from '@/i18n/labels';
import type { IconName } from './Icon';
import { Tag, type Tone } from './Tag';

type Looks<Status extends string> = Record<Status, [Tone, IconName]>;

const needLooks: Looks<Api.NeedStatus> = {
  DRAFT: ['neutral', 'edit'],
  UNDER_REVIEW: ['warning', 'clock'],
  CHANGES_REQUESTED: ['warning', 'edit'],
  CONSULTATION: ['accent', 'info'],
  OPEN: ['positive', 'flag'],
  CLOSED: ['neutral', 'lock'],
  EVALUATING: ['accent', 'eye'],
  MATCHED: ['accent', 'link'],
  IN_AGREEMENT: ['positive', 'check'],
  COMPLETED: ['positive', 'star'],
  CANCELLED: ['danger', 'cross'],
  UNSUCCESSFUL: ['neutral', 'cross'],
  WITHDRAWN: ['neutral', 'cross'],
  HANDED_OVER: ['neutral', 'arrow'],
};

const offerLooks: Looks<Api.OfferStatus> = {
  DRAFT: ['neutral', 'edit'],
  UNDER_REVIEW: ['warning', 'clock'],
  PUBLISHED: ['positive', 'check'],
  PAUSED: ['neutral', 'pause'],
  EXPIRED: ['neutral', 'clock'],
  ARCHIVED: ['neutral', 'lock'],
  REJECTED: ['danger', 'cross'],
};

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

const verificationLooks: Looks<Api.OrganizationVerification> = {
  UNVERIFIED: ['neutral', 'info'],
  PENDING: ['warning', 'clock'],
  VERIFIED: ['positive', 'check'],
  REJECTED: ['danger', 'cross'],
  SUSPENDED: ['danger', 'pause'],
  EXPIRED: ['neutral', 'clock'],
};

const emailLooks: Looks<Api.EmailStatus> = {
  QUEUED: ['warning', 'clock'],
  SENT: ['positive', 'check'],
  DEAD: ['danger', 'cross'],
};

/** A status is a word, an icon and a colour, in this order of importance. */
function statusTag<Status extends string>(labels: Record<Status, MessageDescriptor>, looks: Looks<Status>) {
  return function StatusTag({ status }: { status: Status }) {
    const { _ } = useLingui();
    const [tone, icon] = looks[status];
    return (
      <Tag tone={tone} icon={icon}>
        {_(labels[status])}
      </Tag>
    );
  };
}

export const NeedStatusTag = statusTag(needStatusLabels, needLooks);
export const OfferStatusTag = statusTag(offerStatusLabels, offerLooks);
export const MatchStatusTag = statusTag(matchStatusLabels, matchLooks);
export const ProposalStatusTag = statusTag(proposalStatusLabels, proposalLooks);
export const VerificationTag = statusTag(verificationLabels, verificationLooks);
export const EmailStatusTag = statusTag(emailStatusLabels, emailLooks);
