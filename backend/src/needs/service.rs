//! The use cases: write, send in, review, close, evaluate, conclude.

use serde::Serialize;

use super::brief::{NeedBrief, consults_until};
use super::jobs::{CloseNeed, CompletionAsked, ConsultationOver, NeedCompleted, NeedOpened};
use super::rules::{self, Content, Step};
use super::{Need, NeedStatus, store};
use crate::app::Ctx;
use crate::audit::{self, Subject};
use crate::client_keys::{self, Claim};
use crate::db::Txn;
use crate::error::{Error, ErrorCode, Result};
use crate::evaluations;
use crate::ids::{NeedId, OrganizationId, UserId};
use crate::joint_calls;
use crate::matches;
use crate::moderation::{self, ReviewDecision, Verdict};
use crate::money::{Amount, MoneyRangeInput};
use crate::need_lint;
use crate::openings;
use crate::organizations::{self, OrganizationKind};
use crate::policy::Action;
use crate::postings::distinct;
use crate::proposals;
use crate::text::{BilingualText, BilingualTextInput, fold, say};

/// Begins a need as a draft.
pub async fn create(
    ctx: &Ctx,
    key: &str,
    organization_id: OrganizationId,
    content: Content,
) -> Result<Need> {
    #[derive(Serialize)]
    struct Body<'a>(OrganizationId, &'a Content);

    let content = Content {
        domains: distinct(content.domains),
        ..content
    };
    let txn = ctx.begin().await?;
    // Locked: it is not suspended or made part of another while something is added to it.
    let organization = organizations::store::lock(&txn, organization_id).await?;
    ctx.authorize(Action::CreateNeed(&organization))?;
    let user = ctx.viewer.user().ok_or_else(Error::unauthenticated)?;
    let body = Body(organization_id, &content);
    let id = match client_keys::claim(ctx, &txn, user, "createNeed", key, &body).await? {
        Claim::Fresh(id) => NeedId(id),
        Claim::Repeat(id) => {
            let need = store::find(&txn, NeedId(id)).await?;
            return need.ok_or_else(Error::not_found);
        }
    };
    organizations::service::still_there(&organization)?;
    if !organization.kind.posts_needs() {
        return Err(Error::field(
            "organizationId",
            ErrorCode::InvalidInput,
            say(
                "Loại tổ chức này đăng giải pháp, không đăng nhu cầu.",
                "An organisation of this kind posts offers, not needs.",
            ),
        ));
    }
    check_draft(ctx, &content)?;
    let now = ctx.now();
    let need = Need {
        id,
        organization_id,
        created_by: user,
        place_id: content.place_id.clone(),
        title: BilingualText::new(content.title.clone()),
        summary: BilingualText::new(content.summary.clone()),
        description: BilingualText::new(content.description.clone()),
        search_text: String::new(),
        budget_min: None,
        budget_max: None,
        contract_type: None,
        delivery_model: None,
        maturity_target: None,
        closes_at: None,
        status: NeedStatus::Draft,
        status_reason: None,
        version: 1,
        demonstration: organization.demonstration,
        published_at: None,
        listed_at: now,
        created_at: now,
        updated_at: now,
        hidden_for: None,
        bidders_masked: false,
        focal_point_id: None,
        released_at: now,
    };
    let need = with_facts(need, &content);
    store::insert(&txn, need.clone(), &content.domains).await?;
    store::set_brief(&txn, id, content.brief).await?;
    audit::record(ctx, &txn, "need.created", Subject::need(id), &()).await?;
    txn.commit().await?;
    Ok(need)
}

/// Replaces the content of a draft, of a need that was sent back, or of one about which the market is
/// consulted: there everybody sees the change.
pub async fn update(ctx: &Ctx, id: NeedId, version: i32, content: Content) -> Result<Need> {
    let content = Content {
        domains: distinct(content.domains),
        ..content
    };
    let txn = ctx.begin().await?;
    let mut need = store::lock(&txn, id).await?;
    ctx.authorize(Action::CompleteNeed(&need))?;
    need.status = rules::next(need.status, Step::Edit)?;
    if need.version != version {
        return Err(Error::stale());
    }
    check_draft(ctx, &content)?;
    need.title = need.title.revised(content.title.clone());
    need.summary = need.summary.revised(content.summary.clone());
    need.description = need.description.revised(content.description.clone());
    need.place_id.clone_from(&content.place_id);
    need.updated_at = ctx.now();
    let need = store::update(&txn, with_facts(need, &content)).await?;
    store::set_domains(&txn, id, &content.domains).await?;
    let mut brief = content.brief;
    if need.status == NeedStatus::Consultation {
        // What was announced stays.
        brief.consultation_days = store::brief(&txn, id).await?.consultation_days;
        audit::record(ctx, &txn, "need.changed", Subject::need(id), &need.version).await?;
    }
    store::set_brief(&txn, id, brief).await?;
    txn.commit().await?;
    Ok(need)
}

/// Sends a need in for review.
pub async fn submit(ctx: &Ctx, id: NeedId) -> Result<Need> {
    let txn = ctx.begin().await?;
    let mut need = store::lock(&txn, id).await?;
    ctx.authorize(Action::EditNeed(&need))?;
    need.status = rules::next(need.status, Step::Submit)?;
    let content = must_be_complete(ctx, &txn, &need).await?;
    Error::problems(rules::consultation_problems(&content, ctx.now()))?;
    need.updated_at = ctx.now();
    let need = store::update(&txn, need).await?;
    moderation::open(ctx, &txn, moderation::About::Need(id)).await?;
    audit::record(ctx, &txn, "need.submitted", Subject::need(id), &()).await?;
    txn.commit().await?;
    Ok(need)
}

/// What it says, which is whole, right, and has no flag of the linter without an answer; its owner is listed.
async fn must_be_complete(ctx: &Ctx, txn: &Txn, need: &Need) -> Result<Content> {
    let domains = store::domains_of(txn, &[need.id]).await?;
    let domains = domains.into_iter().map(|(_, code)| code).collect();
    let content = content_of(need, store::brief(txn, need.id).await?, domains);
    check_draft(ctx, &content)?;
    Error::problems(rules::missing(&content))?;
    need_lint::service::must_be_answered(ctx, txn, need).await?;
    organizations::service::must_be_listed(txn, need.organization_id).await?;
    Ok(content)
}

/// Publishes a need, or sends it back with a reason. One that is to be consulted about first is published
/// without taking proposals yet.
pub async fn review(ctx: &Ctx, id: NeedId, verdict: Verdict) -> Result<Need> {
    let txn = ctx.begin().await?;
    let mut need = store::lock(&txn, id).await?;
    ctx.authorize(Action::ReviewNeed(&need))?;
    let brief = store::brief(&txn, id).await?;
    let step = match verdict.decision {
        ReviewDecision::Approved if brief.consultation_days.is_some() => Step::Consult,
        ReviewDecision::Approved => Step::Approve,
        ReviewDecision::ChangesRequested => Step::SendBack,
        _ => return Err(moderation::wrong_decision()),
    };
    need.status = rules::next(need.status, step)?;
    let verdict = verdict.checked()?;
    let now = ctx.now();
    if step != Step::SendBack {
        organizations::service::must_be_listed(&txn, need.organization_id).await?;
        publish(ctx, &txn, &mut need, &brief).await?;
    }
    need.updated_at = now;
    let need = store::update(&txn, need).await?;
    moderation::decide(ctx, &txn, moderation::About::Need(id), &verdict).await?;
    let action = match step {
        Step::Approve => "need.published",
        Step::Consult => "need.consultation_began",
        _ => "need.sent_back",
    };
    audit::record(ctx, &txn, action, Subject::need(id), &verdict.rule).await?;
    txn.commit().await?;
    Ok(need)
}

/// From now on everybody sees it, and what follows by itself is appointed.
async fn publish(ctx: &Ctx, txn: &Txn, need: &mut Need, brief: &NeedBrief) -> Result<()> {
    let (now, need_id) = (ctx.now(), need.id);
    let closes_at = need.closes_at.filter(|at| *at > now).ok_or_else(|| {
        Error::field(
            "needId",
            ErrorCode::DeadlinePast,
            say(
                "Hạn tiếp nhận đã qua. Hãy đặt hạn mới rồi làm lại.",
                "The deadline has passed. Set a new one, then try again.",
            ),
        )
    })?;
    need.published_at = Some(now);
    need.listed_at = now;
    if let Some(until) = consults_until(need, brief) {
        return ctx
            .enqueue_at(txn, &ConsultationOver { need_id }, until)
            .await;
    }
    ctx.enqueue_at(txn, &CloseNeed { need_id }, closes_at)
        .await?;
    ctx.enqueue(txn, &matches::jobs::RankNeed { need_id }).await
}

/// Opens a need for proposals when the market was consulted; those who commented are told.
pub async fn open(ctx: &Ctx, id: NeedId) -> Result<Need> {
    let txn = ctx.begin().await?;
    let mut need = store::lock(&txn, id).await?;
    ctx.authorize(Action::EditNeed(&need))?;
    need.status = rules::next(need.status, Step::Open)?;
    let content = must_be_complete(ctx, &txn, &need).await?;
    publish(ctx, &txn, &mut need, &content.brief).await?;
    need.updated_at = ctx.now();
    let need = store::update(&txn, need).await?;
    ctx.enqueue(&txn, &NeedOpened { need_id: id }).await?;
    audit::record(ctx, &txn, "need.opened", Subject::need(id), &()).await?;
    txn.commit().await?;
    Ok(need)
}

/// Asks somebody at the province to complete a commune's draft; with none, takes that back, or hands it
/// back. What was asked already is asked once.
pub async fn set_focal_point(
    ctx: &Ctx,
    id: NeedId,
    focal_point: Option<OrganizationId>,
) -> Result<Need> {
    let txn = ctx.begin().await?;
    let mut need = store::lock(&txn, id).await?;
    ctx.authorize(match focal_point {
        Some(_) => Action::EditNeed(&need),
        None => Action::CompleteNeed(&need),
    })?;
    if need.focal_point_id == focal_point {
        return Ok(need);
    }
    rules::completable(need.status)?;
    let before = need.focal_point_id;
    if let Some(asked) = focal_point {
        let owner = organizations::store::find(&txn, need.organization_id).await?;
        let asked = organizations::store::find(&txn, asked).await?;
        let asked = asked.ok_or_else(Error::not_found)?;
        ctx.authorize(Action::ViewOrganization(&asked))?;
        rules::may_complete(&owner.ok_or_else(Error::not_found)?, &asked)?;
    }
    need.focal_point_id = focal_point;
    store::set_focal_point(&txn, id, focal_point).await?;
    audit::record(
        ctx,
        &txn,
        "need.focal_point",
        Subject::need(id),
        &focal_point,
    )
    .await?;
    let handed_back = before.filter(|from| ctx.viewer.belongs_to(*from));
    if focal_point.is_some() {
        ctx.enqueue(&txn, &CompletionAsked { need_id: id }).await?;
    } else if let Some(by) = handed_back {
        ctx.enqueue(&txn, &NeedCompleted { need_id: id, by })
            .await?;
    }
    txn.commit().await?;
    Ok(need)
}

/// Who could be asked to complete a need: verified offices of the owner's province; nobody where the owner
/// is no commune.
pub async fn focal_points(ctx: &Ctx, need: &Need) -> Result<Vec<organizations::Organization>> {
    let db = &ctx.app.db;
    let draft = rules::completable(need.status).is_ok();
    if !draft || !ctx.may(Action::EditNeed(need)) {
        return Ok(Vec::new());
    }
    let owner = organizations::store::find(db, need.organization_id).await?;
    let Some(owner) = owner.filter(|owner| owner.kind == OrganizationKind::CommunePc) else {
        return Ok(Vec::new());
    };
    let Some(place) = owner.place_id.clone() else {
        return Ok(Vec::new());
    };
    let mut found = organizations::store::offices_in(db, &place).await?;
    found.retain(|one| rules::may_complete(&owner, one).is_ok());
    Ok(found)
}

/// What the alliance had sent back waits for it again, as it is: the decision was taken back.
pub(crate) async fn reopen(ctx: &Ctx, txn: &Txn, id: NeedId, by: Option<UserId>) -> Result<()> {
    let mut need = store::lock(txn, id).await?;
    // Its owner may have sent it in again meanwhile, or withdrawn it.
    if need.status != NeedStatus::ChangesRequested {
        return Ok(());
    }
    need.status = rules::next(need.status, Step::Submit)?;
    need.updated_at = ctx.now();
    store::update(txn, need).await?;
    moderation::open_by(ctx, txn, moderation::About::Need(id), by).await
}

/// Closes a need whose deadline has come; its proposals stay sealed until both sides have opened them.
pub async fn close(ctx: &Ctx, id: NeedId) -> Result<()> {
    let txn = ctx.begin().await?;
    let mut need = store::lock(&txn, id).await?;
    if need.status != NeedStatus::Open || need.closes_at.is_none_or(|at| at > ctx.now()) {
        return Ok(());
    }
    need.status = rules::next(need.status, Step::Close)?;
    need.updated_at = ctx.now();
    let need = store::update(&txn, need).await?;
    openings::service::begin(ctx, &txn, &need).await?;
    // Introductions that nobody completed in time have nothing left to lead to.
    matches::service::expire_for_need(ctx, &txn, id).await?;
    joint_calls::service::leave(ctx, &txn, id).await?;
    audit::record(ctx, &txn, "need.closed", Subject::need(id), &()).await?;
    txn.commit().await
}

/// Closes every need whose deadline has come, should its own job have been lost.
pub async fn close_overdue(ctx: &Ctx) -> Result<()> {
    for need in store::overdue(&ctx.app.db, ctx.now()).await? {
        close(ctx, need.id).await?;
    }
    Ok(())
}

/// Begins to evaluate a closed need's proposals.
pub async fn start_evaluation(ctx: &Ctx, id: NeedId) -> Result<Need> {
    let txn = ctx.begin().await?;
    let mut need = store::lock(&txn, id).await?;
    ctx.authorize(Action::EditNeed(&need))?;
    need.status = rules::next(need.status, Step::StartEvaluation)?;
    openings::service::must_be_complete(&txn, id).await?;
    need.updated_at = ctx.now();
    let need = store::update(&txn, need).await?;
    evaluations::service::start(ctx, &txn, &need).await?;
    proposals::service::start_evaluation(ctx, &txn, id).await?;
    audit::record(ctx, &txn, "need.evaluation_started", Subject::need(id), &()).await?;
    txn.commit().await?;
    Ok(need)
}

/// A proposal was selected: the need is matched.
pub(crate) async fn select(ctx: &Ctx, txn: &Txn, mut need: Need) -> Result<Need> {
    need.status = rules::next(need.status, Step::Select)?;
    need.updated_at = ctx.now();
    store::update(txn, need).await
}

/// An agreement about the need was signed, or ended: the need stands as that says. Nothing follows where
/// it has moved on by itself.
pub(crate) async fn follow(
    ctx: &Ctx,
    txn: &Txn,
    id: NeedId,
    step: Step,
    reason: Option<&str>,
) -> Result<()> {
    let mut need = store::lock(txn, id).await?;
    let Ok(status) = rules::next(need.status, step) else {
        return Ok(());
    };
    need.status = status;
    need.status_reason = reason.map(str::to_owned);
    need.updated_at = ctx.now();
    store::update(txn, need).await?;
    let subject = Subject::need(id);
    audit::record(ctx, txn, "need.followed_agreement", subject, &status).await
}

/// Nothing came of the need: none of its proposals was selected.
pub(crate) async fn fail(ctx: &Ctx, txn: &Txn, need: Need, reason: &str) -> Result<Need> {
    let status = rules::next(need.status, Step::Fail)?;
    end(ctx, txn, need, status, reason).await
}

/// Ends a need with a reason.
pub async fn conclude(ctx: &Ctx, id: NeedId, step: Step, reason: &str) -> Result<Need> {
    // A need whose deadline has passed is closed, even if the job that says so is late.
    close(ctx, id).await?;
    let txn = ctx.begin().await?;
    let need = store::lock(&txn, id).await?;
    ctx.authorize(Action::EditNeed(&need))?;
    let status = rules::next(need.status, step)?;
    // What nobody has read cannot have been found wanting; cancelling stays possible.
    if step == Step::Fail {
        openings::service::must_be_complete(&txn, id).await?;
    }
    let reason = rules::reason("reason", reason)?;
    let need = end(ctx, &txn, need, status, &reason).await?;
    txn.commit().await?;
    Ok(need)
}

async fn end(
    ctx: &Ctx,
    txn: &Txn,
    mut need: Need,
    status: NeedStatus,
    reason: &str,
) -> Result<Need> {
    let under_review = need.status == NeedStatus::UnderReview;
    need.status = status;
    need.status_reason = Some(reason.to_owned());
    need.updated_at = ctx.now();
    let need = store::update(txn, need).await?;
    if under_review {
        moderation::drop_open(txn, moderation::About::Need(need.id)).await?;
    }
    proposals::service::end_all(ctx, txn, &need, reason).await?;
    evaluations::service::end(ctx, txn, need.id).await?;
    matches::service::expire_for_need(ctx, txn, need.id).await?;
    joint_calls::service::leave(ctx, txn, need.id).await?;
    let subject = Subject::need(need.id);
    audit::record(ctx, txn, "need.concluded", subject, &need.status).await?;
    Ok(need)
}

/// The organisation is no more: what it looked for and has not found ends. The needs are locked.
pub(crate) async fn end_all(ctx: &Ctx, txn: &Txn, needs: Vec<Need>, reason: &str) -> Result<()> {
    for need in needs {
        let status = rules::next(need.status, Step::Withdraw)
            .or_else(|_| rules::next(need.status, Step::Cancel));
        if let Ok(status) = status {
            end(ctx, txn, need, status, reason).await?;
        }
    }
    Ok(())
}

fn check_draft(ctx: &Ctx, content: &Content) -> Result<()> {
    let (gazetteer, taxonomy) = (&ctx.app.gazetteer, &ctx.app.taxonomy);
    Error::problems(rules::draft_problems(
        content,
        ctx.now(),
        gazetteer,
        taxonomy,
    ))
}

/// The need with everything of the content that is not text or place.
fn with_facts(mut need: Need, content: &Content) -> Need {
    need.budget_min = content.budget.min.map(|amount| amount.0);
    need.budget_max = content.budget.max.map(|amount| amount.0);
    need.contract_type = content.contract_type;
    need.delivery_model = content.delivery_model;
    need.maturity_target = content.maturity_target;
    need.closes_at = content.closes_at;
    let texts = [&need.title, &need.summary, &need.description].map(BilingualText::both);
    need.search_text = fold(&texts.join(" "));
    need
}

/// The content of a need as it stands.
pub fn content_of(need: &Need, brief: NeedBrief, domains: Vec<String>) -> Content {
    let input = |text: &BilingualText| BilingualTextInput {
        vi: text.vi.clone(),
        en: text.en.clone(),
    };
    Content {
        title: input(&need.title),
        summary: input(&need.summary),
        description: input(&need.description),
        place_id: need.place_id.clone(),
        domains,
        budget: MoneyRangeInput {
            min: need.budget_min.map(Amount),
            max: need.budget_max.map(Amount),
        },
        contract_type: need.contract_type,
        delivery_model: need.delivery_model,
        maturity_target: need.maturity_target,
        closes_at: need.closes_at,
        brief,
    }
}
