import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { Answer } from '@/app/Answer';
import { formatList } from '@/i18n/format';
import { hiddenReasonLabels } from '@/i18n/staffLabels';
import { Notice } from '@/ui/Panel';
import { OrganizationJudged, OrganizationName } from './OrganizationJudged';
import { NeedToReviewDocument, OfferToReviewDocument, type ReviewDetailFragment } from './moderation.gql';
import { RegistrationToReviewDocument } from './organizations.gql';
import { BothLanguages } from './parts';
import { titleOf } from './titles';

/** The posting, organisation or person that something was said or decided about, as far as the alliance sees it. */
export function Subject({ review }: { review: ReviewDetailFragment }) {
  if (review.need) return <NeedSubject id={review.need.id} />;
  if (review.offer) return <OfferSubject id={review.offer.id} />;
  if (review.organization) return <OrganizationSubject id={review.organization.id} />;
  return <h2>{titleOf(review).text}</h2>;
}

function Hidden({ reasons }: { reasons: (keyof typeof hiddenReasonLabels)[] }) {
  const { i18n } = useLingui();
  if (reasons.length === 0) return null;
  return (
    <Notice tone="warning">
      <p>
        <Trans>Đang bị ẩn: {formatList(reasons.map((reason) => i18n._(hiddenReasonLabels[reason])))}</Trans>
      </p>
    </Notice>
  );
}

function NeedSubject({ id }: { id: string }) {
  const [result, retry] = useQuery({ query: NeedToReviewDocument, variables: { id } });
  return (
    <Answer result={result} retry={retry}>
      {({ need }) =>
        need && (
          <>
            <Hidden reasons={need.hiddenFor} />
            <h2>
              <Link to="/nhu-cau/$id" params={{ id }}>
                {titleOf({ id, need }).text}
              </Link>
            </h2>
            <p>{titleOf({ id, organization: need.organization }).text}</p>
            <BothLanguages title={<Trans>Tóm tắt</Trans>} value={need.summary} />
            <BothLanguages title={<Trans>Mô tả</Trans>} value={need.description} />
          </>
        )
      }
    </Answer>
  );
}

function OfferSubject({ id }: { id: string }) {
  const [result, retry] = useQuery({ query: OfferToReviewDocument, variables: { id } });
  return (
    <Answer result={result} retry={retry}>
      {({ offer }) =>
        offer && (
          <>
            <Hidden reasons={offer.hiddenFor} />
            <h2>
              <Link to="/giai-phap/$id" params={{ id }}>
                {titleOf({ id, offer }).text}
              </Link>
            </h2>
            <p>{titleOf({ id, organization: offer.organization }).text}</p>
            <BothLanguages title={<Trans>Tóm tắt</Trans>} value={offer.summary} />
            <BothLanguages title={<Trans>Mô tả</Trans>} value={offer.description} />
          </>
        )
      }
    </Answer>
  );
}

function OrganizationSubject({ id }: { id: string }) {
  const [result, retry] = useQuery({ query: RegistrationToReviewDocument, variables: { id } });
  return (
    <Answer result={result} retry={retry}>
      {({ organization }) =>
        organization && (
          <>
            <OrganizationName organization={organization} />
            <OrganizationJudged organization={organization} />
          </>
        )
      }
    </Answer>
  );
}
