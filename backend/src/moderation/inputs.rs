//! What the moderation's fields take and give back.

use async_graphql::{Enum, InputObject, SimpleObject};

use super::graphql::Review;
use super::reports::Thing;
use super::store::{Claimed, Filter};
use super::suspensions::Ground;
use super::{ReviewDecision, ReviewKind, ReviewRule, Verdict};
use crate::error::{Error, ErrorCode, Result};
use crate::ids::{NeedId, OfferId, OrganizationId, ReviewId, UserId};
use crate::organizations::graphql::Organization;
use crate::postings::distinct;
use crate::text::say;

/// A decision of the alliance.
#[derive(InputObject)]
pub struct ReviewDecisionInput {
    /// How.
    pub decision: ReviewDecision,
    /// House rule it rests on.
    pub rule: ReviewRule,
    /// Why; required unless it is approved. The owner reads it.
    pub reason: Option<String>,
}

impl From<ReviewDecisionInput> for Verdict {
    fn from(input: ReviewDecisionInput) -> Self {
        Self {
            decision: input.decision,
            rule: input.rule,
            reason: input.reason,
        }
    }
}

/// By whom something that waits is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum ReviewClaim {
    /// The viewer.
    Me,
    /// Nobody, or not any more.
    Nobody,
    /// Somebody else.
    Others,
}

/// What the queue is narrowed to.
#[derive(InputObject, Default)]
pub struct ReviewFilter {
    /// One kind.
    kind: Option<ReviewKind>,
    /// Some kinds.
    kinds: Option<Vec<ReviewKind>>,
    /// Waiting (true) or decided (false).
    waiting: Option<bool>,
    /// What waits and is held by.
    claimed_by: Option<ReviewClaim>,
    /// With true: only what waits and the viewer may decide.
    decidable: Option<bool>,
}

impl From<ReviewFilter> for Filter {
    fn from(input: ReviewFilter) -> Self {
        let kinds = match (input.kind, input.kinds) {
            (None, None) => None,
            (one, some) => Some(one.into_iter().chain(some.into_iter().flatten()).collect()),
        };
        Self {
            kinds: kinds.map(distinct),
            waiting: input.waiting,
            claimed: input.claimed_by.map(|claim| match claim {
                ReviewClaim::Me => Claimed::Me,
                ReviewClaim::Nobody => Claimed::Nobody,
                ReviewClaim::Others => Claimed::Others,
            }),
            decidable: input.decidable.unwrap_or_default(),
        }
    }
}

/// Names a review.
#[derive(InputObject)]
pub struct ReviewIdInput {
    /// The review.
    pub review_id: ReviewId,
}

/// The review after the change.
#[derive(SimpleObject)]
pub struct ReviewPayload {
    /// The review.
    pub review: Review,
}

/// Something that breaks a rule. Exactly one of the three is named.
#[derive(InputObject)]
pub struct ReportAbuseInput {
    /// Made by the client; the same key with the same body answers as before.
    pub client_key: String,
    /// A need.
    need_id: Option<NeedId>,
    /// An offer.
    offer_id: Option<OfferId>,
    /// An organisation.
    organization_id: Option<OrganizationId>,
    /// The house rule that it breaks.
    pub rule: ReviewRule,
    /// What is wrong; at most 2,000 characters. Whose it is reads neither this nor by whom.
    pub text: String,
}

impl ReportAbuseInput {
    /// What is reported.
    pub fn thing(&self) -> Result<Thing> {
        match (self.need_id, self.offer_id, self.organization_id) {
            (Some(id), None, None) => Ok(Thing::Need(id)),
            (None, Some(id), None) => Ok(Thing::Offer(id)),
            (None, None, Some(id)) => Ok(Thing::Organization(id)),
            _ => Err(Error::field(
                "needId",
                ErrorCode::InvalidInput,
                say(
                    "Nêu đúng một trong ba: needId, offerId hoặc organizationId.",
                    "Give exactly one of needId, offerId and organizationId.",
                ),
            )),
        }
    }
}

/// A report that was taken in.
#[derive(SimpleObject)]
pub struct ReportAbusePayload {
    /// Always true; a letter says what became of it.
    pub reported: bool,
}

/// A decision on something that waits.
#[derive(InputObject)]
pub struct DecideReviewInput {
    /// What waits.
    pub review_id: ReviewId,
    /// How and why. Of a report: UPHELD (a posting is hidden) or DISMISSED. Of an appeal: UPHELD (what was
    /// decided stays) or OVERTURNED (it is undone). Of a merge: APPROVED (done at once) or REJECTED.
    #[graphql(flatten)]
    pub verdict: ReviewDecisionInput,
}

/// An appeal.
#[derive(InputObject)]
pub struct AppealInput {
    /// The decision.
    pub review_id: ReviewId,
    /// Why it is wrong; at most 2,000 characters.
    pub text: String,
}

/// An appeal by who cannot sign in.
#[derive(InputObject)]
pub struct AppealByLinkInput {
    /// From behind the # of the letter's link.
    pub token: String,
    /// Why it is wrong; at most 2,000 characters.
    pub text: String,
}

/// A person to be kept out or let in again.
#[derive(InputObject)]
pub struct SuspendUserInput {
    /// Who; not oneself.
    pub user_id: UserId,
    /// House rule it rests on.
    rule: ReviewRule,
    /// Why; the person reads it.
    reason: String,
}

impl SuspendUserInput {
    /// Who, and why.
    pub fn split(self) -> (UserId, Ground) {
        let ground = Ground {
            rule: self.rule,
            reason: self.reason,
        };
        (self.user_id, ground)
    }
}

/// An organisation to be kept out or let in again.
#[derive(InputObject)]
pub struct SuspendOrganizationInput {
    /// Which; not one's own.
    pub organization_id: OrganizationId,
    /// House rule it rests on.
    rule: ReviewRule,
    /// Why; its owners read it.
    reason: String,
}

impl SuspendOrganizationInput {
    /// Which, and why.
    pub fn split(self) -> (OrganizationId, Ground) {
        let ground = Ground {
            rule: self.rule,
            reason: self.reason,
        };
        (self.organization_id, ground)
    }
}

/// The organisation after the change.
#[derive(SimpleObject)]
pub struct SuspendOrganizationPayload {
    /// The organisation.
    pub organization: Organization,
}

/// Two organisations that are the same.
#[derive(InputObject)]
pub struct ProposeMergeInput {
    /// Made by the client; the same key with the same body answers as before.
    pub client_key: String,
    /// The one that goes.
    pub from_id: OrganizationId,
    /// The one that remains.
    pub into_id: OrganizationId,
    /// Why they are the same; who decides reads it.
    pub reason: String,
}
