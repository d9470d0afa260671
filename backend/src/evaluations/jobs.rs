//! What panels, owners, bidders and the alliance are told.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::entity::{MemberStatus, OutcomeReviewVerdict, SheetStatus};
use super::{EvaluationStatus, Member, OutcomeReview, dossier::Dossier, rules, store};
use crate::accounts::{self, User};
use crate::app::Ctx;
use crate::clock::moment;
use crate::error::{Error, Result};
use crate::ids::{NeedId, OutcomeReviewId, PanelMemberId, ProposalId};
use crate::jobs::{Job, JobResult};
use crate::mail::{self, Letter};
use crate::moderation::{self, ReviewKind};
use crate::needs::{self, Need};
use crate::organizations::{self, Organization};
use crate::proposals;
use crate::text::{Sentence, say};

macro_rules! job {
    ($(#[$doc:meta])* $name:ident($field:ident: $id:ty $(, $more:ident: $type:ty)?), $kind:literal) => {
        $(#[$doc])*
        #[derive(Debug, Serialize, Deserialize)]
        pub struct $name {
            /// Which.
            pub $field: $id,
            $(
                /// When, or which round: what makes it another letter.
                pub $more: $type,
            )?
        }

        impl Job for $name {
            const KIND: &'static str = $kind;

            async fn run(self, ctx: &Ctx) -> JobResult {
                Ok(self.tell(ctx).await?)
            }
        }
    };
}

job!(/// Somebody was invited to a panel.
    PanelInvited(member_id: PanelMemberId, invited_at: DateTime<Utc>), "panel.invited");
job!(/// Somebody accepted, or recused herself: the owner is told.
    PanelAnswered(member_id: PanelMemberId, answered_at: DateTime<Utc>), "panel.answered");
job!(/// The panel is asked to score.
    ScoringBegan(need_id: NeedId), "evaluation.scoring_began");
job!(/// A member who has not handed in her scores is reminded before the date.
    SheetReminder(member_id: PanelMemberId), "evaluation.sheet_reminder");
job!(/// All members have handed in: the chair may begin the consensus.
    SheetsComplete(need_id: NeedId), "evaluation.sheets_complete");
job!(/// The chair approved: the owner may decide.
    EvaluationApproved(need_id: NeedId, round: i32), "evaluation.approved");
job!(/// A bidder is invited to an interview.
    Shortlisted(proposal_id: ProposalId), "evaluation.shortlisted");
job!(/// A bidder gets the outcome with its scores.
    OutcomeDecided(proposal_id: ProposalId), "evaluation.outcome");
job!(/// A bidder asked for a review: the alliance is told.
    ReviewAsked(review_id: OutcomeReviewId), "outcome_review.asked");
job!(/// A request is not answered, and its date comes near.
    ReviewReminder(review_id: OutcomeReviewId), "outcome_review.reminder");
job!(/// A request was answered: bidder and owner are told.
    ReviewAnswered(review_id: OutcomeReviewId), "outcome_review.answered");

/// A member with her need and its owner; none when there is nothing to tell any more.
async fn member(
    ctx: &Ctx,
    id: PanelMemberId,
) -> Result<Option<(Member, User, Need, Organization)>> {
    let db = &ctx.app.db;
    let Some(member) = store::member(db, id).await? else {
        return Ok(None);
    };
    let user = accounts::store::find(db, member.user_id).await?;
    let need = needs::store::find(db, member.need_id).await?;
    let Some((user, need)) = user.zip(need).filter(|(user, _)| user.is_open()) else {
        return Ok(None);
    };
    let owner = organizations::store::find(db, need.organization_id).await?;
    Ok(owner.map(|owner| (member, user, need, owner)))
}

async fn dossier(ctx: &Ctx, id: NeedId) -> Result<Option<Dossier>> {
    let db = &ctx.app.db;
    match needs::store::find(db, id).await? {
        Some(need) => Dossier::find(ctx, db, need).await,
        None => Ok(None),
    }
}

fn panel_page(need: NeedId) -> String {
    format!("/danh-gia/{need}")
}

fn owner_page(need: NeedId) -> String {
    format!("/co-quan/danh-gia/{need}")
}

impl PanelInvited {
    async fn tell(self, ctx: &Ctx) -> Result<()> {
        let Some((member, user, need, owner)) = member(ctx, self.member_id).await? else {
            return Ok(());
        };
        if member.status != MemberStatus::Invited {
            return Ok(());
        }
        let about = format!("{}.{}", member.id, self.invited_at.timestamp_micros());
        let letter = Letter::new("panel_invitation", about)
            .text("need", &need.title)
            .text("organization", &owner.legal_name)
            .link(ctx, &panel_page(need.id));
        let txn = ctx.begin().await?;
        mail::post(ctx, &txn, &user, letter).await?;
        txn.commit().await
    }
}

impl PanelAnswered {
    async fn tell(self, ctx: &Ctx) -> Result<()> {
        let Some((member, user, need, _)) = member(ctx, self.member_id).await? else {
            return Ok(());
        };
        let (answer, reason) = match member.status {
            MemberStatus::Accepted => (say("đã nhận lời", "accepted"), "–".to_owned()),
            MemberStatus::Recused => (
                say("từ chối hoặc rút", "recused"),
                member.reason.clone().unwrap_or_default(),
            ),
            MemberStatus::Invited | MemberStatus::Removed => return Ok(()),
        };
        let about = format!("{}.{}", member.id, self.answered_at.timestamp_micros());
        let letter = Letter::new("panel_answered", about)
            .text("need", &need.title)
            .plain("name", &one_line(&user.name))
            .sentence("answer", answer)
            .plain("reason", &one_line(&reason))
            .link(ctx, &owner_page(need.id));
        to_owner(ctx, &need, letter).await
    }
}

fn one_line(text: &str) -> String {
    crate::text::clean_line(Some(text.to_owned())).unwrap_or_default()
}

async fn to_owner(ctx: &Ctx, need: &Need, letter: Letter) -> Result<()> {
    let txn = ctx.begin().await?;
    for person in organizations::store::writers(&txn, need.organization_id).await? {
        mail::post(ctx, &txn, &person, letter.clone()).await?;
    }
    txn.commit().await
}

impl ScoringBegan {
    async fn tell(self, ctx: &Ctx) -> Result<()> {
        let Some(dossier) = dossier(ctx, self.need_id).await? else {
            return Ok(());
        };
        let letter = Letter::new("scoring_began", self.need_id)
            .text("need", &dossier.need.title)
            .plain("count", &dossier.bids.len().to_string())
            .plain("date", &moment(dossier.evaluation.scores_due_at))
            .link(ctx, &panel_page(self.need_id));
        let txn = ctx.begin().await?;
        for seat in dossier.seats.iter().filter(|seat| seat.sitting().counts()) {
            mail::post(ctx, &txn, &seat.user, letter.clone()).await?;
        }
        txn.commit().await
    }
}

impl SheetReminder {
    async fn tell(self, ctx: &Ctx) -> Result<()> {
        let Some((member, user, need, _)) = member(ctx, self.member_id).await? else {
            return Ok(());
        };
        let evaluation = store::find(&ctx.app.db, need.id).await?;
        let waits = |one: &super::Evaluation| one.status == EvaluationStatus::Scoring;
        let Some(evaluation) = evaluation.filter(waits) else {
            return Ok(());
        };
        if member.status != MemberStatus::Accepted || member.sheet == SheetStatus::Submitted {
            return Ok(());
        }
        let letter = Letter::new("sheet_reminder", member.id)
            .text("need", &need.title)
            .plain("date", &moment(evaluation.scores_due_at))
            .link(ctx, &panel_page(need.id));
        let txn = ctx.begin().await?;
        mail::post(ctx, &txn, &user, letter).await?;
        txn.commit().await
    }
}

impl SheetsComplete {
    async fn tell(self, ctx: &Ctx) -> Result<()> {
        let Some(dossier) = dossier(ctx, self.need_id).await? else {
            return Ok(());
        };
        let chair = dossier
            .seats
            .iter()
            .find(|seat| seat.member.chair && seat.sitting().counts());
        let Some(chair) = chair else {
            return Ok(());
        };
        let sheets = dossier
            .seats
            .iter()
            .filter(|seat| seat.sitting().submitted)
            .count();
        let letter = Letter::new("sheets_complete", format!("{}.{sheets}", self.need_id))
            .text("need", &dossier.need.title)
            .link(ctx, &panel_page(self.need_id));
        let txn = ctx.begin().await?;
        mail::post(ctx, &txn, &chair.user, letter).await?;
        txn.commit().await
    }
}

impl EvaluationApproved {
    async fn tell(self, ctx: &Ctx) -> Result<()> {
        let Some(dossier) = dossier(ctx, self.need_id).await? else {
            return Ok(());
        };
        let letter = Letter::new(
            "evaluation_approved",
            format!("{}.{}", self.need_id, self.round),
        )
        .text("need", &dossier.need.title)
        .link(ctx, &owner_page(self.need_id));
        to_owner(ctx, &dossier.need, letter).await
    }
}

impl Shortlisted {
    async fn tell(self, ctx: &Ctx) -> Result<()> {
        let db = &ctx.app.db;
        let proposal = proposals::store::find(db, self.proposal_id).await?;
        let proposal = proposal.ok_or_else(Error::not_found)?;
        let Some(dossier) = dossier(ctx, proposal.need_id).await? else {
            return Ok(());
        };
        let bid = dossier
            .bids
            .iter()
            .find(|one| one.proposal.id == proposal.id);
        let reason = bid
            .and_then(|one| one.bid.shortlist_reason.clone())
            .unwrap_or_default();
        let letter = Letter::new("shortlisted", proposal.id)
            .text("need", &dossier.need.title)
            .plain("reason", &one_line(&reason))
            .link(ctx, &format!("/de-xuat/{}", proposal.id));
        let txn = ctx.begin().await?;
        for person in proposals::jobs::writers(&txn, &proposal).await? {
            mail::post(ctx, &txn, &person, letter.clone()).await?;
        }
        txn.commit().await
    }
}

/// Hundredths of a point as Vietnamese and English write them.
pub fn figure(hundredths: i32) -> Sentence {
    let (whole, part) = (hundredths / 100, hundredths % 100);
    say(format!("{whole},{part:02}"), format!("{whole}.{part:02}"))
}

impl OutcomeDecided {
    async fn tell(self, ctx: &Ctx) -> Result<()> {
        let db = &ctx.app.db;
        let proposal = proposals::store::find(db, self.proposal_id).await?;
        let proposal = proposal.ok_or_else(Error::not_found)?;
        let Some(dossier) = dossier(ctx, proposal.need_id).await? else {
            return Ok(());
        };
        let total = |id: ProposalId| {
            let bid = dossier.bids.iter().find(|one| one.proposal.id == id);
            bid.and_then(|one| one.bid.total)
                .map_or(say("–", "–"), figure)
        };
        let ranking = dossier.ranking();
        let own = ranking.iter().find(|one| one.proposal == proposal.id);
        let line = |locale| {
            let lines = own.map(|one| one.lines.as_slice()).unwrap_or_default();
            let lines = lines.iter().filter_map(|line| {
                let criterion = dossier
                    .criteria
                    .iter()
                    .find(|one| one.id == line.criterion)?;
                let name = one_line(criterion.name.pick(locale));
                let (score, points) = (figure(line.score), figure(line.points));
                let (score, points) = (score.pick(locale), points.pick(locale));
                Some(format!("• {name}: {score} × {} % = {points}", line.weight))
            });
            lines.collect::<Vec<_>>().join("\n")
        };
        let evaluation = &dossier.evaluation;
        let decided = evaluation.decided_at.unwrap_or_else(|| ctx.now());
        let (decision, winner) = match evaluation.selected_id {
            Some(id) if id == proposal.id => (say("Được chọn", "Selected"), total(id)),
            Some(id) => (say("Không được chọn", "Not selected"), total(id)),
            None => (
                say("Không có đề xuất nào được chọn", "No proposal was selected"),
                say("–", "–"),
            ),
        };
        let owner = organizations::store::find(db, dossier.need.organization_id).await?;
        let owner = owner.ok_or_else(Error::not_found)?;
        let letter = Letter::new("evaluation_outcome", proposal.id)
            .text("need", &dossier.need.title)
            .text("organization", &owner.legal_name)
            .sentence("decision", decision)
            .sentence(
                "lines",
                say(line(crate::text::Locale::Vi), line(crate::text::Locale::En)),
            )
            .sentence("total", total(proposal.id))
            .sentence("winner", winner)
            .plain(
                "reason",
                evaluation.decision_reason.as_deref().unwrap_or_default(),
            )
            .plain("date", &moment(Some(rules::ask_until(decided))))
            .link(ctx, &format!("/de-xuat/{}", proposal.id));
        let txn = ctx.begin().await?;
        for person in proposals::jobs::writers(&txn, &proposal).await? {
            mail::post(ctx, &txn, &person, letter.clone()).await?;
        }
        txn.commit().await
    }
}

/// A request with its need and its bidder.
async fn review(ctx: &Ctx, id: OutcomeReviewId) -> Result<(OutcomeReview, Need, Organization)> {
    let db = &ctx.app.db;
    let review = store::review(db, id).await?.ok_or_else(Error::not_found)?;
    let need = needs::store::find(db, review.need_id).await?;
    let proposal = proposals::store::find(db, review.proposal_id).await?;
    let proposal = proposal.ok_or_else(Error::not_found)?;
    let bidder = organizations::store::find(db, proposal.organization_id).await?;
    let (need, bidder) = need.zip(bidder).ok_or_else(Error::not_found)?;
    Ok((review, need, bidder))
}

/// Those of the alliance who answer requests and had no part in this evaluation.
async fn answering(ctx: &Ctx, need: NeedId) -> Result<Vec<User>> {
    let db = &ctx.app.db;
    let panel = store::members(db, need).await?;
    let mut staff = accounts::store::staff(db).await?;
    staff.retain(|one| {
        let decides = |role| moderation::rules::decides(role, ReviewKind::Need);
        one.is_open()
            && one.staff_role.is_some_and(decides)
            && !panel.iter().any(|member| member.user_id == one.id)
    });
    Ok(staff)
}

async fn to_staff(ctx: &Ctx, id: OutcomeReviewId, template: &'static str) -> Result<()> {
    let (review, need, bidder) = review(ctx, id).await?;
    if review.decided_at.is_some() {
        return Ok(());
    }
    let letter = Letter::new(template, review.id)
        .text("need", &need.title)
        .text("bidder", &bidder.legal_name)
        .plain("date", &moment(Some(review.due_at)))
        .link(ctx, &format!("/quan-tri/xem-xet-lai/{}", review.id));
    let people = answering(ctx, need.id).await?;
    let txn = ctx.begin().await?;
    for person in people {
        mail::post(ctx, &txn, &person, letter.clone()).await?;
    }
    txn.commit().await
}

impl ReviewAsked {
    async fn tell(self, ctx: &Ctx) -> Result<()> {
        to_staff(ctx, self.review_id, "outcome_review_asked").await
    }
}

impl ReviewReminder {
    async fn tell(self, ctx: &Ctx) -> Result<()> {
        to_staff(ctx, self.review_id, "outcome_review_reminder").await
    }
}

impl ReviewAnswered {
    async fn tell(self, ctx: &Ctx) -> Result<()> {
        let (review, need, bidder) = review(ctx, self.review_id).await?;
        let verdict = match review.verdict {
            Some(OutcomeReviewVerdict::Founded) => say("Có căn cứ", "Founded"),
            Some(OutcomeReviewVerdict::Unfounded) => say("Không có căn cứ", "Not founded"),
            None => return Ok(()),
        };
        let letter = |page: String| {
            Letter::new("outcome_review_answered", review.id)
                .text("need", &need.title)
                .text("bidder", &bidder.legal_name)
                .sentence("verdict", verdict.clone())
                .plain("answer", review.answer.as_deref().unwrap_or_default())
                .link(ctx, &page)
        };
        let txn = ctx.begin().await?;
        for (whom, page) in [
            (bidder.id, format!("/de-xuat/{}", review.proposal_id)),
            (need.organization_id, owner_page(need.id)),
        ] {
            for person in organizations::store::writers(&txn, whom).await? {
                mail::post(ctx, &txn, &person, letter(page.clone())).await?;
            }
        }
        txn.commit().await
    }
}
