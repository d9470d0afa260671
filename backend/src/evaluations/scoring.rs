//! A member's own scores: saved as she goes, handed in once.

use super::jobs::SheetsComplete;
use super::service::locked;
use super::{EvaluationStatus, Member, Score, SheetStatus, rules, store};
use crate::app::Ctx;
use crate::audit::{self, Subject};
use crate::error::{Error, ErrorCode, Problem, Result};
use crate::ids::{CriterionId, NeedId};
use crate::text::say;

/// A score as it is sent in.
#[derive(Clone, Debug)]
pub struct NewScore {
    /// By which criterion.
    pub criterion: CriterionId,
    /// 0 to 100; none takes it back.
    pub score: Option<i32>,
    /// Why.
    pub comment: Option<String>,
}

fn going_on(status: EvaluationStatus) -> Result<()> {
    match status {
        // In the consensus only who came later still scores.
        EvaluationStatus::Scoring | EvaluationStatus::Consensus => Ok(()),
        _ => Err(Error::illegal_transition(say(
            "Nhu cầu này không ở bước chấm điểm.",
            "This need is not being scored.",
        ))),
    }
}

fn unsent(member: &Member) -> Result<()> {
    if member.sheet == SheetStatus::Draft {
        return Ok(());
    }
    Err(Error::illegal_transition(say(
        "Bạn đã nộp phiếu chấm; phiếu đã nộp không sửa được nữa.",
        "You have handed in your scores; they cannot change any more.",
    )))
}

/// Saves some of a member's scores of one bid.
pub async fn save(ctx: &Ctx, id: NeedId, label: &str, new: Vec<NewScore>) -> Result<()> {
    let txn = ctx.begin().await?;
    let (dossier, eye) = locked(ctx, &txn, id).await?;
    let seat = dossier.judge(eye)?;
    going_on(dossier.evaluation.status)?;
    unsent(&seat.member)?;
    let bid = dossier.bid(label)?;
    for (n, new) in new.into_iter().enumerate() {
        let known = dossier.quality().any(|one| one.id == new.criterion);
        if !known {
            return Err(Error::not_found());
        }
        Error::problems(
            rules::score_problem(&format!("scores.{n}.score"), new.score)
                .into_iter()
                .collect(),
        )?;
        let before = dossier.scores.iter().find(|one| {
            one.member_id == seat.member.id
                && one.proposal_id == bid.proposal.id
                && one.criterion_id == new.criterion
        });
        let row = Score {
            member_id: seat.member.id,
            proposal_id: bid.proposal.id,
            criterion_id: new.criterion,
            score: new.score,
            comment: rules::words(&format!("scores.{n}.comment"), new.comment)?,
            version: before.map_or(1, |one| one.version + 1),
            updated_at: ctx.now(),
        };
        store::save_score(&txn, row).await?;
    }
    txn.commit().await
}

/// Hands a member's scores in: each bid by each criterion, with a comment.
pub async fn submit(ctx: &Ctx, id: NeedId) -> Result<()> {
    let txn = ctx.begin().await?;
    let (dossier, eye) = locked(ctx, &txn, id).await?;
    let seat = dossier.judge(eye)?;
    going_on(dossier.evaluation.status)?;
    if seat.member.sheet == SheetStatus::Submitted {
        return Ok(());
    }
    let mut missing = Vec::new();
    for bid in &dossier.bids {
        let label = rules::label(bid.bid.place);
        for criterion in dossier.quality() {
            let found = dossier.scores.iter().find(|one| {
                one.member_id == seat.member.id
                    && one.proposal_id == bid.proposal.id
                    && one.criterion_id == criterion.id
            });
            let mut lacks = |part: &str, vi: &str, en: &str| {
                missing.push(Problem {
                    field: format!("{label}.{}.{part}", criterion.id),
                    code: ErrorCode::Required,
                    message: say(
                        format!("Bên dự {label}: {vi}"),
                        format!("Bidder {label}: {en}"),
                    ),
                });
            };
            if found.is_none_or(|one| one.score.is_none()) {
                lacks(
                    "score",
                    "còn tiêu chí chưa có điểm.",
                    "a criterion has no score yet.",
                );
            }
            if found.is_none_or(|one| one.comment.is_none()) {
                lacks(
                    "comment",
                    "nêu ngắn gọn vì sao cho điểm này.",
                    "say briefly why you score so.",
                );
            }
        }
    }
    Error::problems(missing)?;
    let member = Member {
        sheet: SheetStatus::Submitted,
        submitted_at: Some(ctx.now()),
        ..seat.member.clone()
    };
    let mut panel = dossier.sittings();
    if let Some(at) = eye.seat {
        panel[at].submitted = true;
    }
    store::update_member(&txn, member).await?;
    audit::record(
        ctx,
        &txn,
        "evaluation.sheet_submitted",
        Subject::need(id),
        &(),
    )
    .await?;
    if rules::scores_lack(&panel).is_none() {
        ctx.enqueue(&txn, &SheetsComplete { need_id: id }).await?;
    }
    txn.commit().await
}
