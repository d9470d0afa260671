//! The use cases: ask, decide on a registration, decide on a verification, let it end.

use serde::Serialize;

use super::entity::{Checklist, Evidence, Former};
use super::jobs::{
    RegistrationDecided, VerificationDecided, VerificationEnding, VerificationEnds,
    VerificationExpired, VerificationLost,
};
use super::rules::{self, LIFETIME, REMINDERS};
use super::{Cause, Check, VerificationRequest, store};
use crate::app::Ctx;
use crate::audit::{self, Subject};
use crate::db::Txn;
use crate::error::{Error, ErrorCode, Result};
use crate::files;
use crate::ids::{FileId, OrganizationId, VerificationRequestId};
use crate::moderation::{self, About, ReviewDecision, Verdict};
use crate::organizations::rules::Identity;
use crate::organizations::{self, Organization, Standing, Verification};
use crate::policy::Action;
use crate::postings::distinct;
use crate::text::say;
use crate::{needs, offers};

/// An owner asks the alliance to verify the organisation, or adds to what waits.
pub async fn request(
    ctx: &Ctx,
    id: OrganizationId,
    evidence: Vec<FileId>,
    note: Option<String>,
) -> Result<Organization> {
    let txn = ctx.begin().await?;
    let mut organization = organizations::store::lock(&txn, id).await?;
    ctx.authorize(Action::RequestVerification(&organization))?;
    rules::may_ask(&organization, ctx.now())?;
    let note = rules::note("note", note)?;
    let evidence = distinct(evidence);
    let waiting = store::waiting(&txn, id).await?;
    let known = waiting.as_ref().map_or(0, |row| row.evidence.0.len());
    evidence_bounded(known + evidence.len())?;
    let whose = (id, files::Purpose::Verification);
    // The same paper may be shown again: what was shown once is kept.
    files::service::attach(ctx, &txn, "evidence", &evidence, whose, true).await?;
    if let Some(mut row) = waiting {
        row.evidence.0.extend(evidence);
        row.evidence.0 = distinct(std::mem::take(&mut row.evidence.0));
        row.note = note.or(row.note);
        row.requested_by = ctx.viewer.user();
        row.requested_at = ctx.now();
        store::update(&txn, row).await?;
    } else {
        let row = VerificationRequest {
            note,
            evidence: Evidence(evidence),
            ..blank(ctx, id, Cause::Asked)
        };
        store::insert(&txn, row).await?;
        moderation::open(ctx, &txn, About::Verification(id)).await?;
    }
    // A badge that still holds is kept while its renewal waits.
    if organization.verification != Verification::Verified {
        organization.verification = Verification::Pending;
    }
    // What the decider has read is no longer what there is.
    organization.updated_at = ctx.now();
    let organization = organizations::store::update(&txn, organization).await?;
    let subject = Subject::organization(id);
    audit::record(ctx, &txn, "verification.requested", subject, &()).await?;
    txn.commit().await?;
    Ok(organization)
}

fn evidence_bounded(count: usize) -> Result<()> {
    if count <= rules::EVIDENCE_MAX {
        return Ok(());
    }
    let most = rules::EVIDENCE_MAX;
    Err(Error::field(
        "evidence",
        ErrorCode::OutOfRange,
        say(
            format!("Gửi kèm tối đa {most} tệp."),
            format!("Send at most {most} files."),
        ),
    ))
}

fn blank(ctx: &Ctx, organization_id: OrganizationId, cause: Cause) -> VerificationRequest {
    VerificationRequest {
        id: VerificationRequestId(ctx.app.ids.next()),
        organization_id,
        cause,
        requested_by: ctx.viewer.user(),
        note: None,
        evidence: Evidence::default(),
        former: Former::default(),
        requested_at: ctx.now(),
        decision: None,
        checklist: Checklist::default(),
        reason: None,
        decided_by: None,
        decided_at: None,
    }
}

/// What a verified organisation was verified by has changed: it has to be looked at again, and until
/// then has no badge. The row is saved by the caller.
pub(crate) async fn identity_changed(
    ctx: &Ctx,
    txn: &Txn,
    mut organization: Organization,
    before: &Identity,
) -> Result<Organization> {
    if organization.verification != Verification::Verified {
        return Ok(organization);
    }
    let id = organization.id;
    organization = without_badge(organization, Verification::Pending);
    let former = Former(Some(before.clone()));
    if let Some(mut row) = store::waiting(txn, id).await? {
        // Its renewal was waiting: the same look answers both.
        row.cause = Cause::IdentityChanged;
        row.former = former;
        store::update(txn, row).await?;
    } else {
        let row = VerificationRequest {
            former,
            ..blank(ctx, id, Cause::IdentityChanged)
        };
        store::insert(txn, row).await?;
        moderation::open(ctx, txn, About::Verification(id)).await?;
    }
    let subject = Subject::organization(id);
    audit::record(ctx, txn, "verification.lost", subject, before).await?;
    let job = VerificationLost {
        organization_id: id,
        version: organization.version,
    };
    ctx.enqueue(txn, &job).await?;
    Ok(organization)
}

fn without_badge(mut organization: Organization, now: Verification) -> Organization {
    organization.verification = now;
    organization.verified_at = None;
    organization.verified_by = None;
    organization.verified_until = None;
    organization
}

/// What a record says of a decision.
#[derive(Serialize)]
struct Detail<'a> {
    decision: &'a str,
    rule: moderation::ReviewRule,
    checklist: &'a [Check],
}

fn word(decision: ReviewDecision) -> Result<&'static str> {
    match decision {
        ReviewDecision::Approved => Ok("approved"),
        ReviewDecision::Rejected => Ok("rejected"),
        _ => Err(moderation::wrong_decision()),
    }
}

/// The alliance decides who an organisation is: a badge for a year, or none.
pub async fn decide(
    ctx: &Ctx,
    id: OrganizationId,
    version: i32,
    verdict: Verdict,
    checks: Vec<Check>,
) -> Result<Organization> {
    let txn = ctx.begin().await?;
    let mut organization = organizations::store::lock(&txn, id).await?;
    ctx.authorize(Action::DecideVerification(&organization))?;
    let decision = word(verdict.decision)?;
    let waiting = store::waiting(&txn, id).await?;
    let mut row = waiting.ok_or_else(nothing_waits)?;
    seen(&organization, version)?;
    let verdict = verdict.checked()?;
    let checks = rules::checklist(checks, verdict.decision)?;
    let now = ctx.now();
    if verdict.decision == ReviewDecision::Approved {
        if organization.standing != Standing::Listed {
            return Err(Error::illegal_transition(say(
                "Hãy quyết định việc đăng ký của tổ chức trước.",
                "Decide on the organisation's registration first.",
            )));
        }
        organization.verification = Verification::Verified;
        organization.verified_at = Some(now);
        organization.verified_by = ctx.viewer.user();
        organization.verified_until = Some(now + LIFETIME);
        follow_up(ctx, &txn, row.id).await?;
    } else {
        organization = without_badge(organization, Verification::Rejected);
    }
    organization.updated_at = now;
    let organization = organizations::store::update(&txn, organization).await?;
    row.decision = Some(verdict.decision);
    row.checklist = Checklist(checks);
    row.reason.clone_from(&verdict.reason);
    row.decided_by = ctx.viewer.user();
    row.decided_at = Some(now);
    let detail = Detail {
        decision,
        rule: verdict.rule,
        checklist: &row.checklist.0,
    };
    let subject = Subject::organization(id);
    audit::record(ctx, &txn, "verification.decided", subject, &detail).await?;
    let review_id = moderation::decide(ctx, &txn, About::Verification(id), &verdict).await?;
    let job = VerificationDecided {
        request_id: row.id,
        review_id,
    };
    store::update(&txn, row).await?;
    ctx.enqueue(&txn, &job).await?;
    txn.commit().await?;
    Ok(organization)
}

/// Reminders before the end, and the end.
async fn follow_up(ctx: &Ctx, txn: &Txn, request_id: VerificationRequestId) -> Result<()> {
    let end = ctx.now() + LIFETIME;
    for days in REMINDERS {
        let job = VerificationEnding { request_id, days };
        ctx.enqueue_at(txn, &job, end - chrono::Duration::days(days))
            .await?;
    }
    ctx.enqueue_at(txn, &VerificationEnds { request_id }, end)
        .await
}

/// The alliance accepts a registration, or does not: then nobody sees the organisation.
pub async fn decide_registration(
    ctx: &Ctx,
    id: OrganizationId,
    version: i32,
    verdict: Verdict,
) -> Result<Organization> {
    let txn = ctx.begin().await?;
    let mut organization = organizations::store::lock(&txn, id).await?;
    ctx.authorize(Action::DecideRegistration(&organization))?;
    let decision = word(verdict.decision)?;
    let about = About::Registration(id);
    if moderation::store::lock_open(&txn, about).await?.is_none() {
        return Err(nothing_waits());
    }
    seen(&organization, version)?;
    let verdict = verdict.checked()?;
    if verdict.decision == ReviewDecision::Approved {
        organization.standing = Standing::Listed;
        organization.standing_reason = None;
    } else {
        organization.standing = Standing::Rejected;
        organization.standing_reason.clone_from(&verdict.reason);
        // Codes that somebody else may have claimed are free for whose they are.
        let before = Identity::of(&organization);
        let subject = Subject::organization(id);
        audit::record(ctx, &txn, "organization.codes_freed", subject, &before).await?;
        organization.tax_code = None;
        organization.establishment_code = None;
        if organization.verification == Verification::Verified {
            organization = without_badge(organization, Verification::Rejected);
        }
    }
    organization.updated_at = ctx.now();
    let organization = organizations::store::update(&txn, organization).await?;
    if organization.standing == Standing::Rejected {
        let reason = verdict.reason.as_deref().unwrap_or_default();
        withdraw_postings(ctx, &txn, id, reason).await?;
    }
    let detail = Detail {
        decision,
        rule: verdict.rule,
        checklist: &[],
    };
    let subject = Subject::organization(id);
    audit::record(ctx, &txn, "registration.decided", subject, &detail).await?;
    let review_id = moderation::decide(ctx, &txn, about, &verdict).await?;
    ctx.enqueue(&txn, &RegistrationDecided { review_id })
        .await?;
    txn.commit().await?;
    Ok(organization)
}

/// An appeal against a verification that was refused is granted: it waits again, for somebody else, with
/// the papers that were there. The row is locked by the caller.
pub(crate) async fn reopen(ctx: &Ctx, txn: &Txn, mut organization: Organization) -> Result<()> {
    let id = organization.id;
    let before = store::of_organization(txn, id).await?.into_iter().next();
    let before = before.ok_or_else(Error::not_found)?;
    let row = VerificationRequest {
        note: before.note,
        evidence: before.evidence,
        former: before.former,
        ..blank(ctx, id, Cause::Appealed)
    };
    store::insert(txn, row).await?;
    organization.verification = Verification::Pending;
    organization.updated_at = ctx.now();
    organizations::store::update(txn, organization).await?;
    Ok(())
}

/// An appeal against a registration that was refused is granted: it waits again. The row is locked by
/// the caller.
pub(crate) async fn reopen_registration(
    ctx: &Ctx,
    txn: &Txn,
    mut organization: Organization,
) -> Result<()> {
    organization.standing = Standing::Waiting;
    organization.standing_reason = None;
    organization.updated_at = ctx.now();
    organizations::store::update(txn, organization).await?;
    Ok(())
}

/// What nobody may see the owner of ends.
async fn withdraw_postings(ctx: &Ctx, txn: &Txn, id: OrganizationId, why: &str) -> Result<()> {
    let own = needs::store::ids_of(txn, id).await?;
    let locked = needs::store::lock_many(txn, &own).await?;
    needs::service::end_all(ctx, txn, locked, why).await?;
    offers::service::archive_all(ctx, txn, id, why).await
}

/// The decider has seen what there is now.
fn seen(organization: &Organization, version: i32) -> Result<()> {
    if organization.version == version {
        Ok(())
    } else {
        Err(Error::stale())
    }
}

fn nothing_waits() -> Error {
    Error::illegal_transition(say(
        "Không có yêu cầu nào đang chờ; có thể người khác vừa quyết định.",
        "Nothing waits for a decision; somebody may just have decided.",
    ))
}

/// A verification's year is over, unless it was renewed meanwhile.
pub(crate) async fn end(ctx: &Ctx, request_id: VerificationRequestId) -> Result<()> {
    let Some(request) = store::find(&ctx.app.db, request_id).await? else {
        return Ok(());
    };
    let txn = ctx.begin().await?;
    let organization = organizations::store::lock(&txn, request.organization_id).await?;
    let over = organization
        .verified_until
        .is_some_and(|until| until <= ctx.now());
    if !rests_on(&organization, &request) || !over {
        return Ok(());
    }
    let waits = store::waiting(&txn, organization.id).await?.is_some();
    let next = if waits {
        Verification::Pending
    } else {
        Verification::Expired
    };
    let mut organization = without_badge(organization, next);
    organization.updated_at = ctx.now();
    let organization = organizations::store::update(&txn, organization).await?;
    let subject = Subject::organization(organization.id);
    audit::record(ctx, &txn, "verification.expired", subject, &()).await?;
    ctx.enqueue(&txn, &VerificationExpired { request_id })
        .await?;
    txn.commit().await
}

/// True while an organisation's badge is the one that this request brought.
pub(crate) fn rests_on(organization: &Organization, request: &VerificationRequest) -> bool {
    organization.verification == Verification::Verified
        && request.decision == Some(ReviewDecision::Approved)
        && organization.verified_at == request.decided_at
}
