//! The meeting: the chair enters what the panel agrees on and approves it; a shortlist and interviews, once.

use super::dossier::Dossier;
use super::rules::{self, LARGE_SPREAD, Step};
use super::service::locked;
use super::{Agreed, Bid, Criterion, CriterionKind, EvaluationStatus, store};
use crate::app::Ctx;
use crate::audit::{self, Subject};
use crate::error::{Error, ErrorCode, Problem, Result};
use crate::ids::{CriterionId, NeedId};
use crate::needs::rules::reason;
use crate::policy::Action;
use crate::proposals::{self, rules::Step as ProposalStep};
use crate::text::say;

/// The chair begins the consensus: from now on all who count see each other's scores.
pub async fn confer(ctx: &Ctx, id: NeedId) -> Result<()> {
    let txn = ctx.begin().await?;
    let (dossier, eye) = locked(ctx, &txn, id).await?;
    dossier.chair(eye)?;
    let mut evaluation = dossier.evaluation.clone();
    evaluation.status = rules::next(evaluation.status, evaluation.round, Step::Confer)?;
    if let Some(lacks) = rules::scores_lack(&dossier.sittings()) {
        return Err(Error::illegal_transition(lacks));
    }
    evaluation.updated_at = ctx.now();
    store::update(&txn, evaluation).await?;
    audit::record(
        ctx,
        &txn,
        "evaluation.consensus_began",
        Subject::need(id),
        &(),
    )
    .await?;
    txn.commit().await
}

fn in_meeting(dossier: &Dossier, bid: &Bid) -> Result<()> {
    match dossier.evaluation.status {
        EvaluationStatus::Consensus => Ok(()),
        EvaluationStatus::Interview if bid.shortlisted => Ok(()),
        EvaluationStatus::Interview => Err(Error::illegal_transition(say(
            "Ở vòng phỏng vấn chỉ chấm lại các bên trong danh sách ngắn.",
            "After the interviews only those on the shortlist are scored again.",
        ))),
        EvaluationStatus::Scoring | EvaluationStatus::Preparing => {
            Err(Error::illegal_transition(say(
                "Điểm thống nhất được nhập sau khi mọi thành viên đã nộp phiếu chấm.",
                "Agreed scores follow when all members have handed in theirs.",
            )))
        }
        _ => Err(Error::illegal_transition(say(
            "Kết quả đánh giá đã được phê duyệt và không thay đổi nữa.",
            "The evaluation is approved and does not change any more.",
        ))),
    }
}

/// The chair enters what the panel agreed for one bid and criterion. Where members are far apart, a note
/// says how they came together.
pub async fn agree(
    ctx: &Ctx,
    id: NeedId,
    label: &str,
    criterion: CriterionId,
    score: i32,
    note: Option<String>,
) -> Result<()> {
    let txn = ctx.begin().await?;
    let (dossier, eye) = locked(ctx, &txn, id).await?;
    let chair = dossier.chair(eye)?.member.user_id;
    let bid = dossier.bid(label)?;
    in_meeting(&dossier, &bid.bid)?;
    let criterion = quality(&dossier, criterion)?;
    let problem = rules::score_problem("score", Some(score));
    Error::problems(problem.into_iter().collect())?;
    let note = rules::words("note", note)?;
    let apart = dossier.spread(bid.proposal.id, criterion);
    if note.is_none() && apart.is_some_and(|spread| spread >= LARGE_SPREAD) {
        return Err(Error::field(
            "note",
            ErrorCode::Required,
            say(
                format!(
                    "Các thành viên chênh nhau từ {LARGE_SPREAD} điểm: ghi lại vì sao thống nhất ở mức này."
                ),
                format!(
                    "The members are {LARGE_SPREAD} points or more apart: note why they agree on this."
                ),
            ),
        ));
    }
    let row = Agreed {
        proposal_id: bid.proposal.id,
        criterion_id: criterion.id,
        round: dossier.evaluation.round,
        score,
        note,
        agreed_by: chair,
        agreed_at: ctx.now(),
    };
    store::save_agreed(&txn, row).await?;
    txn.commit().await
}

fn quality(dossier: &Dossier, id: CriterionId) -> Result<&Criterion> {
    let found = dossier.criteria.iter().find(|one| one.id == id);
    let found = found.ok_or_else(Error::not_found)?;
    if found.kind == CriterionKind::Quality {
        return Ok(found);
    }
    Err(Error::illegal_transition(say(
        "Điểm giá được tính theo công thức đã công bố, không nhập.",
        "The price is scored by the published formula, not by hand.",
    )))
}

/// The chair writes down what an interview brought.
pub async fn note_interview(
    ctx: &Ctx,
    id: NeedId,
    label: &str,
    note: Option<String>,
) -> Result<()> {
    let txn = ctx.begin().await?;
    let (dossier, eye) = locked(ctx, &txn, id).await?;
    dossier.chair(eye)?;
    let bid = dossier.bid(label)?;
    if dossier.evaluation.status != EvaluationStatus::Interview || !bid.bid.shortlisted {
        return Err(Error::illegal_transition(say(
            "Chỉ ghi nội dung phỏng vấn với các bên trong danh sách ngắn, ở vòng phỏng vấn.",
            "Notes of interviews belong to those on the shortlist, while the interviews go on.",
        )));
    }
    let row = Bid {
        interview_note: rules::words("note", note)?,
        ..bid.bid.clone()
    };
    store::update_bid(&txn, row).await?;
    txn.commit().await
}

/// What is not agreed yet.
fn missing(dossier: &Dossier) -> Vec<Problem> {
    let mut missing = Vec::new();
    let interviews = dossier.evaluation.status == EvaluationStatus::Interview;
    for bid in &dossier.bids {
        let label = rules::label(bid.bid.place);
        let lacks = |part: &str, vi: &str, en: &str| Problem {
            field: format!("{label}.{part}"),
            code: ErrorCode::Required,
            message: say(
                format!("Bên dự {label}: {vi}"),
                format!("Bidder {label}: {en}"),
            ),
        };
        for criterion in dossier.quality() {
            if dossier.agreement(bid.proposal.id, criterion).is_none() {
                missing.push(lacks(
                    &criterion.id.to_string(),
                    "còn tiêu chí chưa có điểm thống nhất.",
                    "a criterion has no agreed score yet.",
                ));
            }
        }
        if interviews && bid.bid.shortlisted && bid.bid.interview_note.is_none() {
            missing.push(lacks(
                "interview",
                "chưa ghi nội dung phỏng vấn.",
                "the interview has no note yet.",
            ));
        }
    }
    missing
}

/// The chair approves: the ranking stands, and who bid what is shown.
pub async fn approve(ctx: &Ctx, id: NeedId) -> Result<()> {
    let txn = ctx.begin().await?;
    let (dossier, eye) = locked(ctx, &txn, id).await?;
    let chair = dossier.chair(eye)?.member.user_id;
    let mut evaluation = dossier.evaluation.clone();
    evaluation.status = rules::next(evaluation.status, evaluation.round, Step::Approve)?;
    if let Some(lacks) = rules::scores_lack(&dossier.sittings()) {
        return Err(Error::illegal_transition(lacks));
    }
    Error::problems(missing(&dossier))?;
    let ranking = dossier.ranking();
    for offered in &dossier.bids {
        let ranked = ranking
            .iter()
            .find(|one| one.proposal == offered.proposal.id);
        let row = Bid {
            total: ranked.map(|one| one.total),
            rank: ranked.map(|one| one.rank),
            scored_price: offered.price(),
            ..offered.bid.clone()
        };
        store::update_bid(&txn, row).await?;
    }
    (evaluation.approved_at, evaluation.approved_by) = (Some(ctx.now()), Some(chair));
    evaluation.updated_at = ctx.now();
    store::update(&txn, evaluation).await?;
    store::set_masked(&txn, id, false).await?;
    let order: Vec<_> = ranking
        .iter()
        .map(|one| (one.proposal, one.total))
        .collect();
    audit::record(ctx, &txn, "evaluation.approved", Subject::need(id), &order).await?;
    let approved = super::jobs::EvaluationApproved {
        need_id: id,
        round: dossier.evaluation.round,
    };
    ctx.enqueue(&txn, &approved).await?;
    txn.commit().await
}

/// The owner invites some bidders to interviews, with a reason; their scores are then agreed a second time.
pub async fn shortlist(ctx: &Ctx, id: NeedId, labels: &[String], why: &str) -> Result<()> {
    let txn = ctx.begin().await?;
    let (dossier, eye) = locked(ctx, &txn, id).await?;
    ctx.authorize(Action::EditNeed(&dossier.need))?;
    if eye.rival {
        return Err(Error::forbidden());
    }
    let mut evaluation = dossier.evaluation.clone();
    evaluation.status = rules::next(evaluation.status, evaluation.round, Step::Shortlist)?;
    let why = reason("reason", why)?;
    let chosen = labels
        .iter()
        .map(|label| dossier.bid(label))
        .collect::<Result<Vec<_>>>()?;
    if chosen.is_empty() {
        return Err(Error::field(
            "labels",
            ErrorCode::Required,
            say(
                "Chọn ít nhất một bên để mời phỏng vấn.",
                "Choose at least one bidder to be interviewed.",
            ),
        ));
    }
    evaluation.round = 2;
    evaluation.updated_at = ctx.now();
    store::update(&txn, evaluation).await?;
    for mut proposal in proposals::store::lock_of_need(&txn, id).await? {
        let Some(offered) = chosen.iter().find(|one| one.proposal.id == proposal.id) else {
            continue;
        };
        let row = Bid {
            shortlisted: true,
            shortlist_reason: Some(why.clone()),
            ..offered.bid.clone()
        };
        store::update_bid(&txn, row).await?;
        proposal.status = proposals::rules::next(proposal.status, ProposalStep::Shortlist)?;
        proposal.updated_at = ctx.now();
        let proposal = proposals::store::update(&txn, proposal).await?;
        let proposal_id = proposal.id;
        ctx.enqueue(&txn, &super::jobs::Shortlisted { proposal_id })
            .await?;
    }
    audit::record(
        ctx,
        &txn,
        "evaluation.shortlisted",
        Subject::need(id),
        &labels,
    )
    .await?;
    txn.commit().await
}
