//! Reports of abuse: anybody who is signed in may say that something published breaks a rule; a
//! moderator decides.

use serde::Serialize;

use super::decisions::{Verdict, blank, settle, wrong_decision};
use super::entity::{Model, ReviewDecision, ReviewKind, ReviewRule};
use super::{hiding, rules, store};
use crate::app::Ctx;
use crate::audit::{self, Subject};
use crate::client_keys::{self, Claim};
use crate::db::Txn;
use crate::error::{Error, ErrorCode, Result};
use crate::ids::{NeedId, OfferId, OrganizationId, ReviewId};
use crate::limits::{self, Limit};
use crate::needs::{self, rules::reason};
use crate::offers;
use crate::organizations;
use crate::policy::Action;
use crate::postings::HiddenReason;
use crate::text::say;

/// What is reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Thing {
    /// A need.
    Need(NeedId),
    /// An offer.
    Offer(OfferId),
    /// An organisation.
    Organization(OrganizationId),
}

impl Thing {
    /// What a report is about.
    pub fn of(review: &Model) -> Result<Self> {
        let need = review.need_id.map(Self::Need);
        let offer = review.offer_id.map(Self::Offer);
        let organization = review.organization_id.map(Self::Organization);
        need.or(offer)
            .or(organization)
            .ok_or_else(|| Error::internal("a report about nothing"))
    }

    fn subject(self) -> Subject {
        match self {
            Self::Need(id) => Subject::need(id),
            Self::Offer(id) => Subject::offer(id),
            Self::Organization(id) => Subject::organization(id),
        }
    }

    /// Locks it and looks whether the viewer may see it; whose it is, and how the input names it.
    async fn seen(self, ctx: &Ctx, txn: &Txn) -> Result<(OrganizationId, &'static str)> {
        match self {
            Self::Need(id) => {
                let need = needs::store::lock(txn, id).await?;
                ctx.authorize(Action::ViewNeed(&need))?;
                Ok((need.organization_id, "needId"))
            }
            Self::Offer(id) => {
                let offer = offers::store::lock(txn, id).await?;
                ctx.authorize(Action::ViewOffer(&offer))?;
                Ok((offer.organization_id, "offerId"))
            }
            Self::Organization(id) => {
                let organization = organizations::store::lock(txn, id).await?;
                ctx.authorize(Action::ViewOrganization(&organization))?;
                Ok((organization.id, "organizationId"))
            }
        }
    }

    /// Puts it out of sight, or lets it be seen again. An organisation is not hidden for a report:
    /// suspending it is a decision of its own.
    pub(super) async fn hide(self, ctx: &Ctx, txn: &Txn, hide: bool) -> Result<()> {
        let reason = HiddenReason::Report;
        match self {
            Self::Need(id) => {
                let need = needs::store::lock(txn, id).await?;
                if hide {
                    hiding::hide_need(ctx, txn, need, reason).await
                } else {
                    hiding::show_need(ctx, txn, need, reason).await
                }
            }
            Self::Offer(id) => {
                let offer = offers::store::lock(txn, id).await?;
                if hide {
                    hiding::hide_offer(ctx, txn, offer, reason).await
                } else {
                    hiding::show_offer(ctx, txn, offer, reason).await
                }
            }
            Self::Organization(_) => Ok(()),
        }
    }
}

/// Reports something; whose it is never learns by whom.
pub async fn report(
    ctx: &Ctx,
    key: &str,
    thing: Thing,
    rule: ReviewRule,
    text: &str,
) -> Result<ReviewId> {
    let user = ctx.in_person()?.id;
    let rule = rules::against(rule)?;
    let text = reason("text", text)?;
    let account = user.to_string();
    let _spent = limits::charge(ctx, &[(Limit::Report, &account)]).await?;
    let txn = ctx.begin().await?;
    let (owner, field) = thing.seen(ctx, &txn).await?;
    if ctx.viewer.belongs_to(owner) {
        return Err(Error::field(
            field,
            ErrorCode::InvalidInput,
            say(
                "Đây là nội dung của tổ chức bạn. Hãy tự sửa hoặc gỡ.",
                "This is your own organisation's. Change it or take it back.",
            ),
        ));
    }
    let body = (thing, rule, &text);
    let id = match client_keys::claim(ctx, &txn, user, "reportAbuse", key, &body).await? {
        Claim::Fresh(id) => ReviewId(id),
        Claim::Repeat(id) => return Ok(ReviewId(id)),
    };
    let mut row = Model {
        id,
        opened_by: Some(user),
        opening_rule: Some(rule),
        opening_text: Some(text),
        ..blank(ctx, ReviewKind::Report)
    };
    match thing {
        Thing::Need(id) => row.need_id = Some(id),
        Thing::Offer(id) => row.offer_id = Some(id),
        Thing::Organization(id) => row.organization_id = Some(id),
    }
    if store::has_open_report(&txn, &row).await? {
        return Err(Error::conflict(say(
            "Bạn đã báo cáo nội dung này và Liên minh đang xem xét.",
            "You have reported this already, and the alliance is looking at it.",
        )));
    }
    store::insert(&txn, row).await?;
    let subject = Subject::review(id);
    audit::record(ctx, &txn, audit::REPORTED, subject, &rule).await?;
    txn.commit().await?;
    Ok(id)
}

/// Decides on a report: upheld, a posting is out of sight.
pub async fn decide(ctx: &Ctx, id: ReviewId, verdict: Verdict) -> Result<Model> {
    ctx.authorize(Action::ViewReviews)?;
    let upheld = match verdict.decision {
        ReviewDecision::Upheld => true,
        ReviewDecision::Dismissed => false,
        _ => return Err(wrong_decision()),
    };
    if upheld {
        rules::against(verdict.rule)?;
    }
    let verdict = verdict.checked()?;
    let txn = ctx.begin().await?;
    let seen = store::find(&txn, id).await?;
    let seen = seen
        .filter(|review| review.kind == ReviewKind::Report)
        .ok_or_else(Error::not_found)?;
    let thing = Thing::of(&seen)?;
    // The thing first, then its review: always in this order, so that nobody waits in a ring.
    if upheld {
        thing.hide(ctx, &txn, true).await?;
    }
    let review = store::lock(&txn, id).await?;
    let review = settle(ctx, &txn, review, &verdict).await?;
    let action = if upheld {
        "report.upheld"
    } else {
        "report.dismissed"
    };
    audit::record(ctx, &txn, action, thing.subject(), &verdict.rule).await?;
    txn.commit().await?;
    Ok(review)
}
