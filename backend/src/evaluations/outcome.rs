//! The outcome: decided for all bidders at once, and looked at again once for each who asks.

use super::dossier::Dossier;
use super::entity::OutcomeReviewVerdict;
use super::jobs::{OutcomeDecided, ReviewAnswered, ReviewAsked, ReviewReminder};
use super::rules::{self, Step};
use super::service::locked;
use super::{Evaluation, EvaluationStatus, OutcomeReview, store};
use crate::app::Ctx;
use crate::audit::{self, Subject};
use crate::db::Connection;
use crate::error::{Error, ErrorCode, Result};
use crate::ids::{NeedId, OrganizationId, OutcomeReviewId, ProposalId, UserId};
use crate::needs::{self, rules::reason};
use crate::organizations;
use crate::policy::Action;
use crate::proposals::{self, Proposal, rules::Step as ProposalStep};
use crate::text::say;

/// What the owner decides.
#[derive(Clone, Debug)]
pub struct Decision {
    /// The letter of the bid that is selected; none when none is.
    pub selected: Option<String>,
    /// Another than the highest is selected, and the owner knows it.
    pub not_highest: bool,
    /// Why; all bidders read it.
    pub reason: String,
}

/// The owner selects one of the bids or none, with a reason; every bidder gets the outcome.
pub async fn decide(ctx: &Ctx, id: NeedId, decision: Decision) -> Result<()> {
    let txn = ctx.begin().await?;
    let (dossier, eye) = locked(ctx, &txn, id).await?;
    ctx.authorize(Action::EditNeed(&dossier.need))?;
    // Whoever belongs to a bidder does not choose among them.
    if eye.rival {
        return Err(Error::forbidden());
    }
    let mut evaluation = dossier.evaluation.clone();
    evaluation.status = rules::next(evaluation.status, evaluation.round, Step::Decide)?;
    let why = reason("reason", &decision.reason)?;
    let selected = chosen(&dossier, &decision)?;
    let (now, by) = (ctx.now(), ctx.viewer.user());
    (evaluation.decided_at, evaluation.decided_by) = (Some(now), by);
    (evaluation.selected_id, evaluation.updated_at) = (selected, now);
    evaluation.decision_reason = Some(why.clone());
    store::update(&txn, evaluation).await?;
    for mut proposal in proposals::store::lock_of_need(&txn, id).await? {
        let step = if Some(proposal.id) == selected {
            ProposalStep::Select
        } else {
            ProposalStep::Decline
        };
        // What was never opened, or was decided before, is not part of it.
        let Ok(status) = proposals::rules::next(proposal.status, step) else {
            continue;
        };
        proposal.status = status;
        proposal.decision_reason = Some(why.clone());
        (proposal.decided_at, proposal.decided_by) = (Some(now), by);
        proposal.updated_at = now;
        let proposal = proposals::store::update(&txn, proposal).await?;
        let (proposal_id, subject) = (proposal.id, Subject::proposal(proposal.id));
        audit::record(ctx, &txn, "proposal.decided", subject, &proposal.status).await?;
        ctx.enqueue(&txn, &OutcomeDecided { proposal_id }).await?;
    }
    audit::record(
        ctx,
        &txn,
        "evaluation.decided",
        Subject::need(id),
        &selected,
    )
    .await?;
    if selected.is_some() {
        needs::service::select(ctx, &txn, dossier.need).await?;
    } else {
        needs::service::fail(ctx, &txn, dossier.need, &why).await?;
    }
    txn.commit().await
}

fn chosen(dossier: &Dossier, decision: &Decision) -> Result<Option<ProposalId>> {
    let Some(label) = &decision.selected else {
        return Ok(None);
    };
    let bid = dossier.bid(label)?;
    if dossier.evaluation.round > 1 && !bid.bid.shortlisted {
        return Err(Error::field(
            "selectedLabel",
            ErrorCode::InvalidInput,
            say(
                "Sau vòng phỏng vấn chỉ chọn được một bên trong danh sách ngắn.",
                "After the interviews only one of the shortlist can be selected.",
            ),
        ));
    }
    if bid.bid.rank != Some(1) && !decision.not_highest {
        return Err(Error::field(
            "notHighest",
            ErrorCode::Required,
            say(
                "Bên này không đứng đầu xếp hạng. Hãy xác nhận và nêu lý do; mọi bên dự đọc lý do này.",
                "This bidder does not rank first. Confirm that, and give the reason; all bidders read it.",
            ),
        ));
    }
    Ok(Some(bid.proposal.id))
}

/// Who has to do with an outcome.
#[derive(Clone, Debug)]
pub struct OutcomeParties {
    /// The need's owner.
    pub owner: OrganizationId,
    /// Whose request it is.
    pub bidder: OrganizationId,
    /// All bidders.
    pub bidders: Vec<OrganizationId>,
    /// Who evaluated or decided.
    pub people: Vec<UserId>,
}

/// A request with what belongs to it.
#[derive(Clone, Debug)]
pub struct Requested {
    /// The request.
    pub review: OutcomeReview,
    /// Its proposal.
    pub proposal: Proposal,
    /// Its parties.
    pub parties: OutcomeParties,
}

async fn requested(db: &impl Connection, review: OutcomeReview) -> Result<Requested> {
    let proposal = proposals::store::find(db, review.proposal_id).await?;
    let proposal = proposal.ok_or_else(Error::not_found)?;
    let need = needs::store::find(db, review.need_id)
        .await?
        .ok_or_else(Error::not_found)?;
    let evaluation = store::find(db, need.id)
        .await?
        .ok_or_else(Error::not_found)?;
    let members = store::members(db, need.id).await?;
    let opened = proposals::store::opened(db, need.id).await?;
    let mut people: Vec<UserId> = members.iter().map(|one| one.user_id).collect();
    people.extend(
        [evaluation.decided_by, evaluation.approved_by]
            .into_iter()
            .flatten(),
    );
    Ok(Requested {
        parties: OutcomeParties {
            owner: need.organization_id,
            bidder: proposal.organization_id,
            bidders: opened.iter().flat_map(Proposal::bidders).collect(),
            people,
        },
        proposal,
        review,
    })
}

/// A request that the viewer may see.
pub async fn review(ctx: &Ctx, id: OutcomeReviewId) -> Result<Requested> {
    let db = &ctx.app.db;
    let review = store::review(db, id).await?.ok_or_else(Error::not_found)?;
    let requested = requested(db, review).await?;
    ctx.authorize(Action::ViewOutcomeReview(&requested.parties))?;
    Ok(requested)
}

/// Requests for those who answer them, except those of bidders they belong to.
pub async fn reviews(ctx: &Ctx, waiting: bool) -> Result<Vec<Requested>> {
    if !ctx.viewer.decides(crate::moderation::ReviewKind::Need) {
        return Err(match ctx.viewer.user() {
            Some(_) => Error::forbidden(),
            None => Error::unauthenticated(),
        });
    }
    let db = &ctx.app.db;
    let mut all = Vec::new();
    for review in store::reviews(db, waiting, 100).await? {
        let requested = requested(db, review).await?;
        if ctx.may(Action::ViewOutcomeReview(&requested.parties)) {
            all.push(requested);
        }
    }
    Ok(all)
}

/// The evaluation by which a proposal was decided; none while it was not.
pub async fn decided(db: &impl Connection, proposal: &Proposal) -> Result<Option<Evaluation>> {
    let found = store::find(db, proposal.need_id).await?;
    let evaluated = store::bids(db, proposal.need_id).await?;
    let among = evaluated.iter().any(|one| one.proposal_id == proposal.id);
    Ok(found.filter(|one| among && one.status == EvaluationStatus::Decided))
}

/// A bidder asks, once, that the alliance look at the outcome again.
pub async fn ask(ctx: &Ctx, id: ProposalId, text: &str) -> Result<OutcomeReview> {
    let txn = ctx.begin().await?;
    let proposal = proposals::store::find(&txn, id)
        .await?
        .ok_or_else(Error::not_found)?;
    let need = needs::store::find(&txn, proposal.need_id).await?;
    let need = need.ok_or_else(Error::not_found)?;
    ctx.authorize(Action::EditProposal(&proposal, &need))?;
    let by = ctx.viewer.user().ok_or_else(Error::unauthenticated)?;
    let decided = decided(&txn, &proposal)
        .await?
        .and_then(|one| one.decided_at);
    let decided = decided.ok_or_else(|| {
        Error::illegal_transition(say(
            "Chỉ đề nghị xem xét lại được sau khi có kết quả đánh giá theo tiêu chí.",
            "A review can be asked for when an evaluation by criteria has an outcome.",
        ))
    })?;
    let now = ctx.now();
    if now > rules::ask_until(decided) {
        let days = rules::ASK_DAYS;
        return Err(Error::illegal_transition(say(
            format!(
                "Đã quá {days} ngày kể từ khi có kết quả nên không đề nghị xem xét lại được nữa."
            ),
            format!(
                "More than {days} days have passed since the outcome: it is too late to ask for a review."
            ),
        )));
    }
    let review = OutcomeReview {
        id: OutcomeReviewId(ctx.app.ids.next()),
        proposal_id: id,
        need_id: need.id,
        asked_by: by,
        request: reason("request", text)?,
        asked_at: now,
        due_at: rules::answer_until(now),
        verdict: None,
        answer: None,
        decided_by: None,
        decided_at: None,
    };
    store::insert_review(&txn, review.clone()).await?;
    audit::record(
        ctx,
        &txn,
        "outcome_review.asked",
        Subject::need(need.id),
        &review.id,
    )
    .await?;
    let review_id = review.id;
    ctx.enqueue(&txn, &ReviewAsked { review_id }).await?;
    let at = review.due_at - rules::ANSWER_REMINDER;
    ctx.enqueue_at(&txn, &ReviewReminder { review_id }, at)
        .await?;
    txn.commit().await?;
    Ok(review)
}

/// The alliance answers a request, by somebody who had no part in the evaluation.
pub async fn answer(
    ctx: &Ctx,
    id: OutcomeReviewId,
    verdict: OutcomeReviewVerdict,
    text: &str,
) -> Result<Requested> {
    review(ctx, id).await?;
    let txn = ctx.begin().await?;
    let locked = store::lock_review(&txn, id).await?;
    let mut requested = requested(&txn, locked).await?;
    ctx.authorize(Action::DecideOutcomeReview(&requested.parties))?;
    let review = &mut requested.review;
    if review.decided_at.is_some() {
        return Err(Error::illegal_transition(say(
            "Đề nghị này đã được trả lời.",
            "This request was answered already.",
        )));
    }
    review.verdict = Some(verdict);
    review.answer = Some(reason("answer", text)?);
    (review.decided_by, review.decided_at) = (ctx.viewer.user(), Some(ctx.now()));
    store::update_review(&txn, review.clone()).await?;
    let subject = Subject::need(review.need_id);
    audit::record(
        ctx,
        &txn,
        "outcome_review.answered",
        subject,
        &review.verdict,
    )
    .await?;
    ctx.enqueue(&txn, &ReviewAnswered { review_id: id }).await?;
    txn.commit().await?;
    Ok(requested)
}

/// What a bidder learns of how its proposal was evaluated.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// Everything.
    pub dossier: Dossier,
    /// Its request, if it made one.
    pub review: Option<OutcomeReview>,
    /// The selected bidder.
    pub winner: Option<organizations::Organization>,
}

/// How a proposal was evaluated, once all was decided; for whoever sees the proposal.
pub async fn of_proposal(ctx: &Ctx, proposal: &Proposal) -> Result<Option<Outcome>> {
    let db = &ctx.app.db;
    let Some(evaluation) = decided(db, proposal).await? else {
        return Ok(None);
    };
    let need = needs::store::find(db, proposal.need_id).await?;
    let Some(dossier) = Dossier::find(ctx, db, need.ok_or_else(Error::not_found)?).await? else {
        return Ok(None);
    };
    let selected = evaluation.selected_id;
    let winner = dossier.bidders.iter().find(|(id, _)| Some(*id) == selected);
    Ok(Some(Outcome {
        winner: winner.map(|(_, of)| of.clone()),
        review: store::review_of(db, proposal.id).await?,
        dossier,
    }))
}
