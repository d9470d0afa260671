//! Opening a review, and writing down how it was decided. The thing itself is changed by its own
//! feature, in the same transaction.

use super::entity::{Model, ReviewDecision, ReviewKind, ReviewRule};
use super::jobs::ReviewDecided;
use super::store;
use crate::app::Ctx;
use crate::db::Txn;
use crate::error::{Error, ErrorCode, Result};
use crate::ids::{MatchId, NeedId, OfferId, ReviewId};
use crate::needs::rules::reason;
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
    let (kind, need_id, offer_id, match_id) = match about {
        About::Need(id) => (ReviewKind::Need, Some(id), None, None),
        About::Offer(id) => (ReviewKind::Offer, None, Some(id), None),
        About::Match(id) => (ReviewKind::Match, None, None, Some(id)),
    };
    let row = Model {
        id: ReviewId(ctx.app.ids.next()),
        kind,
        need_id,
        offer_id,
        match_id,
        opened_at: ctx.now(),
        decided_at: None,
        decision: None,
        rule: None,
        reason: None,
        decided_by: None,
    };
    store::insert(txn, row).await
}

/// Writes down how the waiting review was decided, and tells the owner.
pub async fn decide(ctx: &Ctx, txn: &Txn, about: About, verdict: &Verdict) -> Result<()> {
    let Some(mut review) = store::find_open(txn, about).await? else {
        return Err(Error::internal(
            "something was decided that nobody had put forward",
        ));
    };
    review.decided_at = Some(ctx.now());
    review.decision = Some(verdict.decision);
    review.rule = Some(verdict.rule);
    review.reason.clone_from(&verdict.reason);
    review.decided_by = ctx.viewer.user();
    let review_id = review.id;
    store::update(txn, review).await?;
    ctx.enqueue(txn, &ReviewDecided { review_id }).await
}

/// The thing was taken back before anybody decided: nothing waits any more.
pub async fn drop_open(txn: &Txn, about: About) -> Result<()> {
    store::delete_open(txn, about).await
}
