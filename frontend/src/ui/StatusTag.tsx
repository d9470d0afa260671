import type { MessageDescriptor } from '@lingui/core';
import { useLingui } from '@lingui/react';
import type * as Api from '@/graphql-types';
import { needStatusLabels, offerStatusLabels, verificationLabels } from '@/i18n/labels';
import type { IconName } from './Icon';
import { Tag, type Tone } from './Tag';

export type Looks<Status extends string> = Record<Status, [Tone, IconName]>;

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

const verificationLooks: Looks<Api.OrganizationVerification> = {
  UNVERIFIED: ['neutral', 'info'],
  PENDING: ['warning', 'clock'],
  VERIFIED: ['positive', 'check'],
  REJECTED: ['danger', 'cross'],
  SUSPENDED: ['danger', 'pause'],
  EXPIRED: ['neutral', 'clock'],
};

/** A status is a word, an icon and a colour, in this order of importance. */
export function statusTag<Status extends string>(labels: Record<Status, MessageDescriptor>, looks: Looks<Status>) {
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
export const VerificationTag = statusTag(verificationLabels, verificationLooks);
