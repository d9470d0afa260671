import { AllianceItem } from './AllianceItem';
import { AppealItem } from './AppealItem';
import { MatchItem } from './MatchItem';
import { MergeItem } from './MergeItem';
import { NeedItem } from './NeedItem';
import { OfferItem } from './OfferItem';
import { RegistrationItem } from './RegistrationItem';
import { ReportItem } from './ReportItem';
import { SuspensionItem } from './SuspensionItem';
import { VerificationItem } from './VerificationItem';
import type { ReviewDetailFragment } from './moderation.gql';

interface Props {
  review: ReviewDetailFragment;
  onDecided: () => void;
}

/** What it is about, and the form in which this kind is decided. */
export function ReviewItem({ review, onDecided }: Props) {
  const may = review.viewerCan.includes('DECIDE');
  const { need, offer, match, organization, otherOrganization } = review;
  const common = { may, onDecided };
  switch (review.kind) {
    case 'NEED':
      return need && <NeedItem id={need.id} {...common} />;
    case 'OFFER':
      return offer && <OfferItem id={offer.id} {...common} />;
    case 'MATCH':
      return match && <MatchItem id={match.id} {...common} />;
    case 'REGISTRATION':
      return organization && <RegistrationItem id={organization.id} review={review} {...common} />;
    case 'VERIFICATION':
      return organization && <VerificationItem id={organization.id} review={review} {...common} />;
    case 'ALLIANCE_MEMBERSHIP':
      return organization && <AllianceItem id={organization.id} review={review} {...common} />;
    case 'REPORT':
      return <ReportItem review={review} {...common} />;
    case 'APPEAL':
      return <AppealItem review={review} {...common} />;
    case 'MERGE':
      return organization && otherOrganization && <MergeItem id={organization.id} other={otherOrganization.id} review={review} {...common} />;
    case 'SUSPENSION':
      return <SuspensionItem review={review} />;
  }
}

export interface ItemProps {
  id: string;
  /** The reader may decide on it now. */
  may: boolean;
  onDecided: () => void;
}

/** As `ItemProps`, for what has no page of its own. */
export interface CaseProps {
  review: ReviewDetailFragment;
  may: boolean;
  onDecided: () => void;
}
