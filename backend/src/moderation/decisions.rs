//! Opening a review, and writing down how it was decided. The thing itself is changed by its own
//! feature, in the same transaction.

use super::cases::case_of;
use super::entity::{Model, ReviewDecision, ReviewKind, ReviewRule};
use super::jobs::ReviewDecided;
use super::{claims, rules, store};
use crate::app::Ctx;
use crate::db::Txn;
use crate::error::{Error, ErrorCode, Result};
use crate::ids::{MatchId, NeedId, OfferId, OrganizationId, ReviewId, UserId};
use crate::needs::rules::reason;
use crate::policy::Action;
use crate::text::say;

/// What a review is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// A need.
    Need(NeedId),
    /// An offer.
    Offer(OfferId),
    /// A match.
    Match(MatchId),
    /// A new organisation.
    Registration(OrganizationId),
    /// An organisation's verification.
    Verification(OrganizationId),
    /// An organisation's membership of the alliance.
    AllianceMembership(OrganizationId),
}

impl About {
    /// Which kind of review it has.
    pub fn kind(self) -> ReviewKind {
        match self {
            Self::Need(_) => ReviewKind::Need,
            Self::Offer(_) => ReviewKind::Offer,
            Self::Match(_) => ReviewKind::Match,
            Self::Registration(_) => ReviewKind::Registration,
            Self::Verification(_) => ReviewKind::Verification,
            Self::AllianceMembership(_) => ReviewKind::AllianceMembership,
        }
    }
}

/// A decision as it is given.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// How.
    pub decision: ReviewDecision,
    /// By which rule.
    pub rule: ReviewRule,
    /// Why; whoever is sent back must be told.
    pub reason: Option<String>,
}

impl Verdict {
    /// The verdict with a reason where one is due.
    pub fn checked(self) -> Result<Self> {
        let given = self.reason.as_deref().unwrap_or_default();
        let reason = match self.decision {
            ReviewDecision::Approved | ReviewDecision::Introduced if given.trim().is_empty() => {
                None
            }
            _ => Some(reason("reason", given)?),
        };
        Ok(Self { reason, ..self })
    }
}

/// The decision is not one for this kind of thing.
pub fn wrong_decision() -> Error {
    Error::field(
        "decision",
        ErrorCode::InvalidInput,
        say(
            "Quyết định này không áp dụng cho nội dung này.",
            "This decision does not apply here.",
        ),
    )
}

/// Puts something before the alliance.
pub async fn open(ctx: &Ctx, txn: &Txn, about: About) -> Result<()> {
    open_by(ctx, txn, about, ctx.viewer.user()).await
}

/// As [`open`], at the wish of somebody who has no session yet.
pub async fn open_by(ctx: &Ctx, txn: &Txn, about: About, by: Option<UserId>) -> Result<()> {
    let mut row = blank(ctx, about.kind());
    row.opened_by = by;
    match about {
        About::Need(id) => row.need_id = Some(id),
        About::Offer(id) => row.offer_id = Some(id),
        About::Match(id) => row.match_id = Some(id),
        About::Registration(id) | About::Verification(id) | About::AllianceMembership(id) => {
            row.organization_id = Some(id);
        }
    }
    store::insert(txn, row).await
}

/// A review that waits and is about nothing yet.
pub(super) fn blank(ctx: &Ctx, kind: ReviewKind) -> Model {
    Model {
        id: ReviewId(ctx.app.ids.next()),
        kind,
        need_id: None,
        offer_id: None,
        match_id: None,
        opened_at: ctx.now(),
        decided_at: None,
        decision: None,
        rule: None,
        reason: None,
        decided_by: None,
        organization_id: None,
        other_organization_id: None,
        user_id: None,
        appeal_of: None,
        opened_by: None,
        opening_rule: None,
        opening_text: None,
        claimed_by: None,
        claimed_at: None,
    }
}

/// Writes down how the waiting review was decided, and tells the owner. Refused to those whose decision
/// it is not, and while somebody else is at it.
pub async fn decide(ctx: &Ctx, txn: &Txn, about: About, verdict: &Verdict) -> Result<ReviewId> {
    let Some(review) = store::lock_open(txn, about).await? else {
        return Err(Error::internal(
            "something was decided that nobody had put forward",
        ));
    };
    Ok(settle(ctx, txn, review, verdict).await?.id)
}

/// As [`decide`], for a review that the caller has locked.
pub(super) async fn settle(
    ctx: &Ctx,
    txn: &Txn,
    mut review: Model,
    verdict: &Verdict,
) -> Result<Model> {
    if review.decided_at.is_some() {
        return Err(rules::over());
    }
    ctx.authorize(Action::DecideReview(&case_of(txn, &review).await?))?;
    claims::free(ctx, txn, &review).await?;
    // Deciding is a claim as well: it says who was at it.
    review.claimed_by = ctx.viewer.user();
    review.claimed_at = Some(ctx.now());
    decided(ctx, &mut review, verdict);
    store::update(txn, review.clone()).await?;
    let review_id = review.id;
    ctx.enqueue(txn, &ReviewDecided { review_id }).await?;
    Ok(review)
}

/// The review as the viewer decides it now.
pub(super) fn decided(ctx: &Ctx, review: &mut Model, verdict: &Verdict) {
    review.decided_at = Some(ctx.now());
    review.decision = Some(verdict.decision);
    review.rule = Some(verdict.rule);
    review.reason.clone_from(&verdict.reason);
    review.decided_by = ctx.viewer.user();
}

/// Refuses a step short of a decision while somebody else is at what waits.
pub async fn undisturbed(ctx: &Ctx, txn: &Txn, about: About) -> Result<()> {
    match store::lock_open(txn, about).await? {
        Some(review) => claims::free(ctx, txn, &review).await,
        None => Ok(()),
    }
}

/// The thing was taken back before anybody decided: nothing waits any more.
pub async fn drop_open(txn: &Txn, about: About) -> Result<()> {
    store::delete_open(txn, about).await
}
