//! The use cases: apply, record the board's decision, suspend, restore, leave.

use chrono::NaiveDate;
use serde::Serialize;

use super::jobs::{AllianceDecided, AllianceStatusChanged};
use super::rules::{self, Step};
use super::{AllianceApplication, store};
use crate::app::Ctx;
use crate::audit::{self, Subject};
use crate::db::Txn;
use crate::error::{Error, Result};
use crate::ids::{AllianceApplicationId, OrganizationId};
use crate::moderation::{self, About, ReviewDecision, Verdict};
use crate::needs::rules::reason;
use crate::organizations::{self, AllianceStatus, Organization, Verification};
use crate::policy::Action;
use crate::text::say;

/// An owner applies for a verified organisation.
pub async fn apply(ctx: &Ctx, id: OrganizationId, text: &str) -> Result<Organization> {
    let txn = ctx.begin().await?;
    let organization = organizations::store::lock(&txn, id).await?;
    ctx.authorize(Action::RepresentBeforeAlliance(&organization))?;
    let user = ctx.viewer.user().ok_or_else(Error::unauthenticated)?;
    organizations::rules::must_be_listed(&organization)?;
    let status = rules::next(organization.alliance_status, Step::Apply)?;
    if organization.verification != Verification::Verified {
        return Err(Error::illegal_transition(say(
            "Liên minh chỉ xét đơn của tổ chức đã được xác thực. Hãy yêu cầu xác thực trước.",
            "The alliance considers verified organisations. Ask to be verified first.",
        )));
    }
    let application = AllianceApplication {
        id: AllianceApplicationId(ctx.app.ids.next()),
        organization_id: id,
        text: rules::application(text)?,
        applied_by: user,
        applied_at: ctx.now(),
        decision: None,
        decision_number: None,
        decided_on: None,
        reason: None,
        recorded_by: None,
        recorded_at: None,
    };
    store::insert(&txn, application).await?;
    moderation::open(ctx, &txn, About::AllianceMembership(id)).await?;
    let organization = set(ctx, &txn, organization, (status, None), "alliance.applied").await?;
    txn.commit().await?;
    Ok(organization)
}

/// What the board decided, as its paper says.
#[derive(Clone, Debug, Serialize)]
pub struct BoardDecision {
    /// Number.
    pub number: String,
    /// Date.
    pub date: NaiveDate,
}

/// An administrator records what the board decided on an application.
pub async fn decide(
    ctx: &Ctx,
    id: OrganizationId,
    verdict: Verdict,
    board: BoardDecision,
) -> Result<Organization> {
    let txn = ctx.begin().await?;
    let organization = organizations::store::lock(&txn, id).await?;
    ctx.authorize(Action::AdministerAlliance(&organization))?;
    let step = match verdict.decision {
        ReviewDecision::Approved => Step::Admit,
        ReviewDecision::Rejected => Step::Reject,
        _ => return Err(moderation::wrong_decision()),
    };
    let status = rules::next(organization.alliance_status, step)?;
    let verdict = verdict.checked()?;
    let number = rules::decision(&board.number, board.date, ctx.app.clock.today())?;
    let all = store::of_organization(&txn, id).await?;
    let waiting = all.into_iter().find(|one| one.decision.is_none());
    let mut application =
        waiting.ok_or_else(|| Error::internal("an applicant without an application"))?;
    application.decision = Some(verdict.decision);
    application.decision_number = Some(number);
    application.decided_on = Some(board.date);
    application.reason.clone_from(&verdict.reason);
    application.recorded_by = ctx.viewer.user();
    application.recorded_at = Some(ctx.now());
    let application_id = application.id;
    store::update(&txn, application).await?;
    let reason = verdict.reason.clone();
    let organization = set(
        ctx,
        &txn,
        organization,
        (status, reason),
        "alliance.decided",
    )
    .await?;
    let about = About::AllianceMembership(id);
    let review_id = moderation::decide(ctx, &txn, about, &verdict).await?;
    let job = AllianceDecided {
        application_id,
        review_id,
    };
    ctx.enqueue(&txn, &job).await?;
    txn.commit().await?;
    Ok(organization)
}

/// An appeal against a decision on an application is granted: the same application waits again. The row
/// is locked by the caller.
pub(crate) async fn reopen(ctx: &Ctx, txn: &Txn, organization: Organization) -> Result<()> {
    let status = rules::next(organization.alliance_status, Step::Apply)?;
    let all = store::of_organization(txn, organization.id).await?;
    let before = all.into_iter().next().ok_or_else(Error::not_found)?;
    let application = AllianceApplication {
        id: AllianceApplicationId(ctx.app.ids.next()),
        decision: None,
        decision_number: None,
        decided_on: None,
        reason: None,
        recorded_by: None,
        recorded_at: None,
        ..before
    };
    store::insert(txn, application).await?;
    set(ctx, txn, organization, (status, None), "alliance.reopened").await?;
    Ok(())
}

/// An administrator suspends a membership, or restores it, with a reason that the owners read.
pub async fn suspend_or_restore(
    ctx: &Ctx,
    id: OrganizationId,
    step: Step,
    why: &str,
) -> Result<Organization> {
    let txn = ctx.begin().await?;
    let organization = organizations::store::lock(&txn, id).await?;
    ctx.authorize(Action::AdministerAlliance(&organization))?;
    let status = rules::next(organization.alliance_status, step)?;
    let why = reason("reason", why)?;
    let action = match step {
        Step::Suspend => "alliance.suspended",
        _ => "alliance.restored",
    };
    let organization = set(ctx, &txn, organization, (status, Some(why)), action).await?;
    let job = AllianceStatusChanged {
        organization_id: id,
        at: ctx.now(),
    };
    ctx.enqueue(&txn, &job).await?;
    txn.commit().await?;
    Ok(organization)
}

/// An owner leaves the alliance, or takes the application back.
pub async fn leave(ctx: &Ctx, id: OrganizationId) -> Result<Organization> {
    let txn = ctx.begin().await?;
    let organization = organizations::store::lock(&txn, id).await?;
    ctx.authorize(Action::RepresentBeforeAlliance(&organization))?;
    let applied = organization.alliance_status == AllianceStatus::Applied;
    let step = if applied { Step::TakeBack } else { Step::Leave };
    let status = rules::next(organization.alliance_status, step)?;
    let action = if applied {
        store::delete_undecided(&txn, id).await?;
        moderation::drop_open(&txn, About::AllianceMembership(id)).await?;
        "alliance.application_withdrawn"
    } else {
        "alliance.left"
    };
    let organization = set(ctx, &txn, organization, (status, None), action).await?;
    txn.commit().await?;
    Ok(organization)
}

async fn set(
    ctx: &Ctx,
    txn: &Txn,
    mut organization: Organization,
    (status, reason): (AllianceStatus, Option<String>),
    action: &str,
) -> Result<Organization> {
    organization.alliance_status = status;
    organization.alliance_since = Some(ctx.now());
    organization.alliance_reason = reason;
    organization.updated_at = ctx.now();
    let organization = organizations::store::update(txn, organization).await?;
    let subject = Subject::organization(organization.id);
    audit::record(ctx, txn, action, subject, &status).await?;
    Ok(organization)
}
