//! Appeals: whom a decision concerns may say once, within thirty days, that it is wrong; somebody else
//! than the first decider looks at it again.

use sea_orm::ConnectionTrait;
use serde::{Deserialize, Serialize};

use super::cases;
use super::decisions::{About, Verdict, blank, open_by, settle, wrong_decision};
use super::entity::{Model, ReviewDecision, ReviewKind};
use super::reports::Thing;
use super::{rules, store, suspensions};
use crate::accounts;
use crate::alliance;
use crate::app::Ctx;
use crate::audit::{self, Subject};
use crate::db::Txn;
use crate::error::{Error, Result};
use crate::ids::{OrganizationId, ReviewId, UserId};
use crate::limits::{self, Limit};
use crate::links::{self, LinkKind};
use crate::needs::{self, NeedStatus, rules::reason};
use crate::offers::{self, OfferStatus};
use crate::organizations::{
    self, AllianceStatus, MembershipRole, MembershipStatus, Standing, Verification,
};
use crate::policy::Action;
use crate::postings::{HiddenFor, HiddenReason};
use crate::text::say;
use crate::verification;

/// Where the letters lead.
pub const PATH: &str = "/khieu-nai";

/// Where those who can sign in read a decision and appeal.
pub fn page(review: ReviewId) -> String {
    format!("{PATH}/{review}")
}

/// What the link in a suspended person's letter is about.
#[derive(Debug, Serialize, Deserialize)]
pub struct AppealOf {
    /// The decision.
    pub review_id: ReviewId,
}

/// True for those whom a decision concerns: they may read it, and appeal while that is possible. The
/// person who is suspended cannot sign in and comes by a link.
pub async fn concerns(ctx: &Ctx, db: &impl ConnectionTrait, review: &Model) -> Result<bool> {
    let Some(user) = ctx.viewer.user() else {
        return Ok(false);
    };
    let first;
    let review = match review.appeal_of {
        Some(id) => {
            first = store::find(db, id).await?.ok_or_else(Error::not_found)?;
            &first
        }
        None => review,
    };
    let (whose, role) = match review.kind {
        ReviewKind::Need | ReviewKind::Offer => (cases::owners(db, review).await?, false),
        // Only what was found right is told to whom it is about; what was dismissed never happened.
        ReviewKind::Report if review.decision == Some(ReviewDecision::Upheld) => {
            let mut owners = cases::owners(db, review).await?;
            owners.extend(review.organization_id);
            (owners, false)
        }
        ReviewKind::Registration
        | ReviewKind::Verification
        | ReviewKind::AllianceMembership
        | ReviewKind::Suspension => (review.organization_id.into_iter().collect(), true),
        _ => return Ok(false),
    };
    answers_for(ctx, db, user, &whose, role).await
}

/// Writes for one of the organisations, or owns it. The table is asked: to the policy the members of a
/// suspended organisation are readers.
async fn answers_for(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    user: UserId,
    whose: &[OrganizationId],
    owner: bool,
) -> Result<bool> {
    let memberships = organizations::store::memberships_of(db, user).await?;
    Ok(memberships.iter().any(|membership| {
        let enough = if owner {
            membership.role == MembershipRole::Owner
        } else {
            membership.role.writes()
        };
        // Belonging is the policy's: it waits for a second factor where one is asked for.
        whose.contains(&membership.organization_id)
            && membership.status == MembershipStatus::Active
            && enough
            && ctx.viewer.belongs_to(membership.organization_id)
    }))
}

/// True when the viewer may appeal against a decision now.
pub async fn may_appeal(ctx: &Ctx, db: &impl ConnectionTrait, review: &Model) -> Result<bool> {
    if rules::appealable_until(review).is_none_or(|until| ctx.now() >= until) {
        return Ok(false);
    }
    Ok(concerns(ctx, db, review).await?
        && store::appeals_of(db, &[review.id]).await?.is_empty()
        && in_force(db, review).await?)
}

/// Appeals against a decision.
pub async fn appeal(ctx: &Ctx, id: ReviewId, text: &str) -> Result<Model> {
    let user = ctx.in_person()?.id;
    let text = reason("text", text)?;
    charge(ctx, user).await?;
    let txn = ctx.begin().await?;
    let review = store::find(&txn, id).await?;
    let review = review
        .filter(|review| review.decided_at.is_some() && review.appeal_of.is_none())
        .ok_or_else(Error::not_found)?;
    if !concerns(ctx, &txn, &review).await? {
        return Err(Error::not_found());
    }
    let row = put(ctx, &txn, id, user, text).await?;
    txn.commit().await?;
    Ok(row)
}

/// What a suspended person's link is about; looking uses nothing up.
pub async fn look(ctx: &Ctx, token: &str) -> Result<Model> {
    let link = links::look(ctx, LinkKind::Appeal, token).await?;
    let of: AppealOf = link.detail()?;
    let review = store::find(&ctx.app.db, of.review_id).await?;
    review.ok_or_else(Error::not_found)
}

/// As [`appeal`], by a suspended person, who cannot sign in.
pub async fn appeal_by_link(ctx: &Ctx, token: &str, text: &str) -> Result<Model> {
    let link = links::look(ctx, LinkKind::Appeal, token).await?;
    let text = reason("text", text)?;
    let of: AppealOf = link.detail()?;
    let user = link.user_id.ok_or_else(Error::not_found)?;
    charge(ctx, user).await?;
    let txn = ctx.begin().await?;
    links::take(ctx, &txn, LinkKind::Appeal, token).await?;
    let row = put(ctx, &txn, of.review_id, user, text).await?;
    txn.commit().await?;
    Ok(row)
}

async fn charge(ctx: &Ctx, user: UserId) -> Result<()> {
    let account = user.to_string();
    limits::charge(ctx, &[(Limit::Report, &account)])
        .await
        .map(drop)
}

async fn put(ctx: &Ctx, txn: &Txn, id: ReviewId, by: UserId, text: String) -> Result<Model> {
    // Locked: of two appeals at once one comes second.
    let first = store::lock(txn, id).await?;
    let Some(until) = rules::appealable_until(&first) else {
        return Err(Error::illegal_transition(say(
            "Quyết định này không thể khiếu nại.",
            "There is nothing to appeal in this decision.",
        )));
    };
    if ctx.now() >= until {
        return Err(Error::illegal_transition(say(
            "Đã quá 30 ngày kể từ quyết định nên không còn khiếu nại được.",
            "More than 30 days have passed since the decision; it cannot be appealed any more.",
        )));
    }
    if !store::appeals_of(txn, &[id]).await?.is_empty() {
        return Err(Error::conflict(say(
            "Quyết định này đã được khiếu nại. Mỗi quyết định chỉ khiếu nại được một lần.",
            "This decision was appealed already. Each can be appealed once.",
        )));
    }
    if !in_force(txn, &first).await? {
        return Err(Error::illegal_transition(say(
            "Quyết định này không còn hiệu lực: nội dung đã được gửi lại hoặc đã được quyết định mới.",
            "This decision is not in force any more: it was sent in again, or decided anew.",
        )));
    }
    let row = Model {
        need_id: first.need_id,
        offer_id: first.offer_id,
        organization_id: first.organization_id,
        user_id: first.user_id,
        appeal_of: Some(id),
        opened_by: Some(by),
        opening_text: Some(text),
        ..blank(ctx, ReviewKind::Appeal)
    };
    store::insert(txn, row.clone()).await?;
    audit::record(ctx, txn, "appeal.opened", Subject::review(id), &()).await?;
    Ok(row)
}

/// True while the decision is what holds.
async fn in_force(db: &impl ConnectionTrait, review: &Model) -> Result<bool> {
    let need = match review.need_id {
        Some(id) => needs::store::find(db, id).await?,
        None => None,
    };
    let offer = match review.offer_id {
        Some(id) => offers::store::find(db, id).await?,
        None => None,
    };
    let organization = match review.organization_id {
        Some(id) => organizations::store::find(db, id).await?,
        None => None,
    };
    let user = match review.user_id {
        Some(id) => accounts::store::find(db, id).await?,
        None => None,
    };
    let reported = HiddenReason::Report;
    Ok(match review.kind {
        ReviewKind::Need => need.is_some_and(|need| need.status == NeedStatus::ChangesRequested),
        ReviewKind::Offer => offer.is_some_and(|offer| offer.status == OfferStatus::Rejected),
        ReviewKind::Report => {
            need.is_some_and(|need| HiddenFor::has(need.hidden_for.as_ref(), reported))
                || offer.is_some_and(|offer| HiddenFor::has(offer.hidden_for.as_ref(), reported))
                || organization.is_some()
        }
        ReviewKind::Suspension => {
            let kept_out = organization
                .is_some_and(|organization| organization.suspended_at.is_some())
                || user.is_some_and(|user| user.suspended_at.is_some());
            // Let in meanwhile and kept out anew: that rests on the newer decision.
            let newest = store::newest_suspension(db, review).await?;
            kept_out && newest.is_some_and(|newest| newest.id == review.id)
        }
        ReviewKind::Verification => organization.is_some_and(|organization| {
            !matches!(
                organization.verification,
                Verification::Verified | Verification::Pending
            )
        }),
        ReviewKind::Registration => {
            organization.is_some_and(|organization| organization.standing == Standing::Rejected)
        }
        ReviewKind::AllianceMembership => organization
            .is_some_and(|organization| organization.alliance_status == AllianceStatus::Rejected),
        ReviewKind::Match | ReviewKind::Appeal | ReviewKind::Merge => organization.is_some(),
    })
}

/// Decides on an appeal: what was decided stays so, or is undone.
pub async fn decide(ctx: &Ctx, id: ReviewId, verdict: Verdict) -> Result<Model> {
    ctx.authorize(Action::ViewReviews)?;
    let overturned = match verdict.decision {
        ReviewDecision::Overturned => true,
        ReviewDecision::Upheld => false,
        _ => return Err(wrong_decision()),
    };
    let verdict = verdict.checked()?;
    let txn = ctx.begin().await?;
    let seen = store::find(&txn, id).await?;
    let first = match seen.as_ref().and_then(|seen| seen.appeal_of) {
        Some(first) => store::find(&txn, first).await?,
        None => None,
    };
    let (seen, first) = seen.zip(first).ok_or_else(Error::not_found)?;
    if overturned {
        // The thing first, then its review, as everywhere.
        undo(ctx, &txn, &first, seen.opened_by).await?;
    }
    let review = store::lock(&txn, id).await?;
    let review = settle(ctx, &txn, review, &verdict).await?;
    let action = if overturned {
        "appeal.overturned"
    } else {
        "appeal.upheld"
    };
    let subject = Subject::review(first.id);
    audit::record(ctx, &txn, action, subject, &verdict.rule).await?;
    txn.commit().await?;
    Ok(review)
}

/// Locks what a decision is about, as everywhere before its review.
async fn lock_subject(txn: &Txn, review: &Model) -> Result<()> {
    if let Some(id) = review.need_id {
        needs::store::lock(txn, id).await?;
    }
    if let Some(id) = review.offer_id {
        offers::store::lock(txn, id).await?;
    }
    if let Some(id) = review.organization_id {
        organizations::store::lock(txn, id).await?;
    }
    if let Some(id) = review.user_id {
        accounts::store::lock(txn, id).await?;
    }
    Ok(())
}

/// Takes a decision back: what it stopped waits again, what it hid is shown, whom it kept out comes in.
/// What was decided anew since then rests on another decision, and stays.
async fn undo(ctx: &Ctx, txn: &Txn, first: &Model, by: Option<UserId>) -> Result<()> {
    lock_subject(txn, first).await?;
    if !in_force(txn, first).await? {
        return Ok(());
    }
    match first.kind {
        ReviewKind::Need => {
            let id = first.need_id.ok_or_else(Error::not_found)?;
            needs::service::reopen(ctx, txn, id, by).await
        }
        ReviewKind::Offer => {
            let id = first.offer_id.ok_or_else(Error::not_found)?;
            offers::service::reopen(ctx, txn, id, by).await
        }
        // Somebody else may have been right about it too.
        ReviewKind::Report if store::has_other_upheld(txn, first).await? => Ok(()),
        ReviewKind::Report => Thing::of(first)?.hide(ctx, txn, false).await,
        ReviewKind::Suspension => match (first.user_id, first.organization_id) {
            (Some(user), _) => suspensions::let_person_in(ctx, txn, user).await,
            (None, Some(organization)) => {
                suspensions::let_organization_in(ctx, txn, organization).await
            }
            (None, None) => Err(Error::internal("a suspension of nobody")),
        },
        ReviewKind::Registration | ReviewKind::Verification | ReviewKind::AllianceMembership => {
            let id = first.organization_id.ok_or_else(Error::not_found)?;
            let about = match first.kind {
                ReviewKind::Registration => About::Registration(id),
                ReviewKind::Verification => About::Verification(id),
                _ => About::AllianceMembership(id),
            };
            let organization = organizations::store::lock(txn, id).await?;
            if store::lock_open(txn, about).await?.is_some() {
                return Ok(());
            }
            match first.kind {
                ReviewKind::Registration => {
                    verification::service::reopen_registration(ctx, txn, organization).await?;
                }
                ReviewKind::Verification => {
                    verification::service::reopen(ctx, txn, organization).await?;
                }
                _ => alliance::service::reopen(ctx, txn, organization).await?,
            }
            open_by(ctx, txn, about, by).await
        }
        ReviewKind::Match | ReviewKind::Appeal | ReviewKind::Merge => Err(Error::not_found()),
    }
}
