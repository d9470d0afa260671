//! The use cases around the panel's work: criteria, the start, the end, and what a need's proposals may not
//! do meanwhile.

use std::sync::Arc;

use super::dossier::{Dossier, Eye};
use super::jobs::{ScoringBegan, SheetReminder};
use super::rules::{self, NewCriterion, Step};
use super::{Bid, Criterion, Evaluation, EvaluationStatus, store};
use crate::app::Ctx;
use crate::audit::{self, Subject};
use crate::db::{Connection, Txn};
use crate::error::{Error, Result};
use crate::ids::{CriterionId, NeedId, ProposalId};
use crate::needs::{self, Need};
use crate::policy::Action;
use crate::proposals::{self, document::Document};
use crate::text::{BilingualText, say};
use crate::vault::Purpose;

/// The criteria of a need, with how it is evaluated by them.
#[derive(Clone, Debug)]
pub struct Criteria {
    /// Of which need.
    pub need: Need,
    /// How; none before criteria were written.
    pub evaluation: Option<Evaluation>,
    /// In order.
    pub criteria: Vec<Criterion>,
}

/// The criteria of a need that the viewer may read.
pub async fn criteria(ctx: &Ctx, id: NeedId) -> Result<Criteria> {
    let db = &ctx.app.db;
    let need = needs::store::find(db, id)
        .await?
        .ok_or_else(Error::not_found)?;
    ctx.authorize(Action::ViewNeed(&need))?;
    Ok(Criteria {
        evaluation: store::find(db, id).await?,
        criteria: store::criteria(db, id).await?,
        need,
    })
}

/// Replaces the criteria of a need that has not opened; none at all takes them away.
pub async fn set_criteria(
    ctx: &Ctx,
    id: NeedId,
    version: i32,
    anonymous: bool,
    new: Vec<NewCriterion>,
) -> Result<Criteria> {
    let txn = ctx.begin().await?;
    let mut need = needs::store::lock(&txn, id).await?;
    ctx.authorize(Action::CompleteNeed(&need))?;
    rules::criteria_open(need.status)?;
    let known = store::lock(&txn, id).await?;
    if known.as_ref().map_or(0, |one| one.version) != version {
        return Err(Error::stale());
    }
    Error::problems(rules::criteria_problems(&new))?;
    let (now, masked) = (ctx.now(), anonymous && !new.is_empty());
    let evaluation = if let Some(mut evaluation) = known {
        (evaluation.anonymous, evaluation.updated_at) = (masked, now);
        store::update(&txn, evaluation).await?
    } else {
        let evaluation = Evaluation {
            need_id: id,
            status: EvaluationStatus::Preparing,
            anonymous: masked,
            round: 1,
            scores_due_at: None,
            started_at: None,
            approved_at: None,
            approved_by: None,
            decided_at: None,
            decided_by: None,
            selected_id: None,
            decision_reason: None,
            version: 1,
            created_at: now,
            updated_at: now,
        };
        store::insert(&txn, evaluation.clone()).await?;
        evaluation
    };
    let row = |(new, position): (NewCriterion, i32)| Criterion {
        id: CriterionId(ctx.app.ids.next()),
        need_id: id,
        position,
        name: BilingualText::new(new.name),
        description: BilingualText::new(new.description),
        weight: new.weight,
        kind: new.kind,
    };
    let rows: Vec<Criterion> = new.into_iter().zip(1..).map(row).collect();
    store::set_criteria(&txn, id, rows.clone()).await?;
    store::set_masked(&txn, id, masked).await?;
    need.bidders_masked = masked;
    let weights: Vec<i32> = rows.iter().map(|one| one.weight).collect();
    audit::record(ctx, &txn, "criteria.set", Subject::need(id), &weights).await?;
    txn.commit().await?;
    Ok(Criteria {
        need,
        evaluation: Some(evaluation),
        criteria: rows,
    })
}

/// An evaluation as the viewer may see it.
pub async fn seen(ctx: &Ctx, id: NeedId) -> Result<(Dossier, Eye)> {
    let db = &ctx.app.db;
    let need = needs::store::find(db, id)
        .await?
        .ok_or_else(Error::not_found)?;
    Dossier::seen(ctx, db, need).await
}

/// A bid for who judges it under its letter; to others it is not there.
pub(crate) async fn judged(ctx: &Ctx, need: Need, bid: ProposalId) -> Result<Arc<Document>> {
    let (dossier, eye) = Dossier::seen(ctx, &ctx.app.db, need).await?;
    let bid = dossier.bids.iter().find(|one| one.proposal.id == bid);
    let bid = bid.filter(|_| dossier.sees_bids(eye));
    bid.map(|one| Arc::clone(&one.document))
        .ok_or_else(Error::not_found)
}

/// As [`seen`], with need and evaluation locked: in this order, so that nobody waits in a ring.
pub(super) async fn locked(ctx: &Ctx, txn: &Txn, id: NeedId) -> Result<(Dossier, Eye)> {
    let need = needs::store::find(txn, id)
        .await?
        .ok_or_else(Error::not_found)?;
    // Who may not know of it must not be able to make it wait either.
    Dossier::seen(ctx, txn, need).await?;
    let need = needs::store::lock(txn, id).await?;
    store::lock(txn, id).await?;
    Dossier::seen(ctx, txn, need).await
}

/// Evaluations in whose panel the viewer sits.
pub async fn mine(ctx: &Ctx) -> Result<Vec<(Dossier, Eye)>> {
    let user = ctx.viewer.user().ok_or_else(Error::unauthenticated)?;
    let db = &ctx.app.db;
    let mut all = Vec::new();
    for evaluation in store::of_person(db, user, 50).await? {
        if let Some(need) = needs::store::find(db, evaluation.need_id).await?
            && let Some(dossier) = Dossier::find(ctx, db, need).await?
        {
            let eye = dossier.eye(&ctx.viewer);
            all.push((dossier, eye));
        }
    }
    Ok(all)
}

/// The evaluation that governs a need; none when it has no criteria.
async fn governing(db: &impl Connection, id: NeedId) -> Result<Option<Evaluation>> {
    if store::criteria(db, id).await?.is_empty() {
        return Ok(None);
    }
    store::find(db, id).await
}

/// A need without criteria is decided proposal by proposal; one with criteria is not.
pub(crate) async fn decides_singly(txn: &Txn, id: NeedId) -> Result<()> {
    match governing(txn, id).await? {
        Some(evaluation) => Err(rules::decided_elsewhere(evaluation.status)),
        None => Ok(()),
    }
}

/// The owner begins to evaluate: the panel scores. Nothing follows for a need without criteria.
pub(crate) async fn start(ctx: &Ctx, txn: &Txn, need: &Need) -> Result<()> {
    if governing(txn, need.id).await?.is_none() {
        return Ok(());
    }
    store::lock(txn, need.id).await?;
    let dossier = Dossier::find(ctx, txn, need.clone()).await?;
    let dossier = dossier.ok_or_else(Error::not_found)?;
    let mut evaluation = dossier.evaluation.clone();
    evaluation.status = rules::next(evaluation.status, evaluation.round, Step::Start)?;
    if dossier.bidders.is_empty() {
        return Err(Error::illegal_transition(say(
            "Không có đề xuất nào để đánh giá. Hãy kết thúc nhu cầu là «Không thành», hoặc đợi đến khi các đề xuất được mở.",
            "There is no proposal to evaluate. Conclude the need as unsuccessful, or wait until the proposals are opened.",
        )));
    }
    if let Some(lacks) = rules::panel_lacks(&dossier.sittings()) {
        return Err(Error::illegal_transition(lacks));
    }
    let now = ctx.now();
    let due = now + rules::SCORING;
    (evaluation.started_at, evaluation.scores_due_at) = (Some(now), Some(due));
    evaluation.updated_at = now;
    store::update(txn, evaluation).await?;
    store::insert_bids(txn, shuffled(ctx, txn, need.id).await?).await?;
    for seat in &dossier.seats {
        let reminder = SheetReminder {
            member_id: seat.member.id,
        };
        ctx.enqueue_at(txn, &reminder, due - rules::REMINDER)
            .await?;
    }
    let subject = Subject::need(need.id);
    audit::record(ctx, txn, "evaluation.scoring_began", subject, &()).await?;
    ctx.enqueue(txn, &ScoringBegan { need_id: need.id }).await
}

/// The opened proposals in an order that says nothing about who handed in when: by a hash that only the
/// vault can compute.
async fn shuffled(ctx: &Ctx, txn: &Txn, id: NeedId) -> Result<Vec<Bid>> {
    let mut keyed = Vec::new();
    for proposal in proposals::store::opened(txn, id).await? {
        let data = format!("{id}/{}", proposal.id);
        let key = ctx.app.vault.mac(Purpose::BidderLabel, data.as_bytes())?;
        keyed.push((key, proposal.id));
    }
    keyed.sort_unstable();
    let bid = |((_, proposal_id), place)| Bid {
        proposal_id,
        need_id: id,
        place,
        shortlisted: false,
        shortlist_reason: None,
        interview_note: None,
        total: None,
        rank: None,
        scored_price: None,
    };
    Ok(keyed.into_iter().zip(1..).map(bid).collect())
}

/// The need ended: so does what was not decided.
pub(crate) async fn end(ctx: &Ctx, txn: &Txn, id: NeedId) -> Result<()> {
    let Some(mut evaluation) = store::lock(txn, id).await? else {
        return Ok(());
    };
    let Ok(status) = rules::next(evaluation.status, evaluation.round, Step::End) else {
        return Ok(());
    };
    (evaluation.status, evaluation.updated_at) = (status, ctx.now());
    store::update(txn, evaluation).await?;
    store::set_masked(txn, id, false).await
}
