//! Evaluations in the API: questions and changes. What is answered stands in `views`.

use std::sync::Arc;

use async_graphql::{Context, Object, SimpleObject};

use super::inputs::{
    AgreeScoreInput, AnswerOutcomeReviewInput, AnswerPanelInvitationInput, DecideEvaluationInput,
    DiscloseConflictInput, EvaluationInput, InvitePanelMemberInput, NoteInterviewInput,
    RemovePanelMemberInput, RequestOutcomeReviewInput, SaveScoresInput, SetCriteriaInput,
    SetPanelChairInput, ShortlistProposalsInput,
};
use super::outcome::{self, Decision};
pub use super::outcomes::{OutcomeReview, ProposalEvaluation};
pub use super::views::{Evaluation, NeedCriteria};
use super::{consensus, panel, scoring, service};
use crate::graphql::{Result, ctx};
use crate::ids::{NeedId, OutcomeReviewId};
use crate::proposals::Proposal;

/// How a proposal was evaluated, for its own object.
pub async fn of_proposal(
    gql: &Context<'_>,
    proposal: &Proposal,
) -> Result<Option<ProposalEvaluation>> {
    let outcome = outcome::of_proposal(ctx(gql), proposal).await?;
    Ok(outcome.map(|outcome| ProposalEvaluation {
        outcome: Arc::new(outcome),
        proposal: proposal.clone(),
    }))
}

/// The criteria after the change.
#[derive(SimpleObject)]
pub struct CriteriaPayload {
    /// The criteria.
    criteria: NeedCriteria,
}

/// The evaluation after the change, as the viewer sees it.
#[derive(SimpleObject)]
pub struct EvaluationPayload {
    /// The evaluation.
    evaluation: Evaluation,
}

/// The request after the change.
#[derive(SimpleObject)]
pub struct OutcomeReviewPayload {
    /// The request.
    review: OutcomeReview,
}

async fn payload(gql: &Context<'_>, id: NeedId) -> Result<EvaluationPayload> {
    let seen = service::seen(ctx(gql), id).await?;
    Ok(EvaluationPayload {
        evaluation: Evaluation::of(seen),
    })
}

/// Questions about evaluations.
#[derive(Default)]
pub struct EvaluationQuery;

#[Object]
impl EvaluationQuery {
    /// The criteria of a need, to everybody who may read the need.
    async fn need_criteria(&self, gql: &Context<'_>, id: NeedId) -> Result<Option<NeedCriteria>> {
        Ok(Some(NeedCriteria(service::criteria(ctx(gql), id).await?)))
    }

    /// The evaluation of a need's proposals, to its owner and its panel; to the alliance when it is
    /// decided.
    async fn evaluation(&self, gql: &Context<'_>, id: NeedId) -> Result<Option<Evaluation>> {
        Ok(Some(Evaluation::of(service::seen(ctx(gql), id).await?)))
    }

    /// Evaluations in whose panel the viewer sits, at most 50, the latest first.
    async fn my_evaluations(&self, gql: &Context<'_>) -> Result<Vec<Evaluation>> {
        let all = service::mine(ctx(gql)).await?;
        Ok(all.into_iter().map(Evaluation::of).collect())
    }

    /// A bidder's request to review an outcome.
    async fn outcome_review(
        &self,
        gql: &Context<'_>,
        id: OutcomeReviewId,
    ) -> Result<Option<OutcomeReview>> {
        Ok(Some(OutcomeReview(outcome::review(ctx(gql), id).await?)))
    }

    /// Requests to review outcomes, for those of the alliance who answer them, at most 100: those that
    /// wait by their date, or those that were answered.
    async fn outcome_reviews(
        &self,
        gql: &Context<'_>,
        waiting: bool,
    ) -> Result<Vec<OutcomeReview>> {
        let all = outcome::reviews(ctx(gql), waiting).await?;
        Ok(all.into_iter().map(OutcomeReview).collect())
    }
}

/// Changes to evaluations.
#[derive(Default)]
pub struct EvaluationMutation;

#[Object]
impl EvaluationMutation {
    /// Replaces the criteria of a need; only before it opens.
    async fn set_criteria(
        &self,
        gql: &Context<'_>,
        input: SetCriteriaInput,
    ) -> Result<CriteriaPayload> {
        let new = input.criteria.into_iter().map(Into::into).collect();
        let (id, version, anonymous) = (input.need_id, input.version, input.anonymous);
        let criteria = service::set_criteria(ctx(gql), id, version, anonymous, new).await?;
        Ok(CriteriaPayload {
            criteria: NeedCriteria(criteria),
        })
    }

    /// Invites somebody to a need's panel, by email.
    async fn invite_panel_member(
        &self,
        gql: &Context<'_>,
        input: InvitePanelMemberInput,
    ) -> Result<EvaluationPayload> {
        panel::invite(ctx(gql), input.need_id, input.user_id, input.chair).await?;
        payload(gql, input.need_id).await
    }

    /// Takes somebody out of a panel: her scores no longer count.
    async fn remove_panel_member(
        &self,
        gql: &Context<'_>,
        input: RemovePanelMemberInput,
    ) -> Result<EvaluationPayload> {
        let need = panel::remove(ctx(gql), input.member_id, &input.reason).await?;
        payload(gql, need).await
    }

    /// Names the chair of a panel.
    async fn set_panel_chair(
        &self,
        gql: &Context<'_>,
        input: SetPanelChairInput,
    ) -> Result<EvaluationPayload> {
        let need = panel::set_chair(ctx(gql), input.member_id).await?;
        payload(gql, need).await
    }

    /// The viewer accepts an invitation to a panel, or recuses herself with a reason.
    async fn answer_panel_invitation(
        &self,
        gql: &Context<'_>,
        input: AnswerPanelInvitationInput,
    ) -> Result<EvaluationPayload> {
        let answer = panel::Answer {
            accept: input.accept,
            reason: input.reason,
            declared_interest: input.declared_interest,
        };
        panel::answer(ctx(gql), input.need_id, answer).await?;
        payload(gql, input.need_id).await
    }

    /// The viewer discloses an earlier dealing of hers with a bidder.
    async fn disclose_conflict(
        &self,
        gql: &Context<'_>,
        input: DiscloseConflictInput,
    ) -> Result<EvaluationPayload> {
        let (id, bidder) = (input.need_id, input.organization_id);
        panel::disclose(ctx(gql), id, bidder, input.kind, &input.reason).await?;
        payload(gql, id).await
    }

    /// Saves some of the viewer's scores of one bid.
    async fn save_scores(
        &self,
        gql: &Context<'_>,
        input: SaveScoresInput,
    ) -> Result<EvaluationPayload> {
        let scores = input.scores.into_iter().map(Into::into).collect();
        scoring::save(ctx(gql), input.need_id, &input.label, scores).await?;
        payload(gql, input.need_id).await
    }

    /// Hands the viewer's scores in; they do not change any more.
    async fn submit_scores(
        &self,
        gql: &Context<'_>,
        input: EvaluationInput,
    ) -> Result<EvaluationPayload> {
        scoring::submit(ctx(gql), input.need_id).await?;
        payload(gql, input.need_id).await
    }

    /// The chair begins the consensus, when all scores are in.
    async fn start_consensus(
        &self,
        gql: &Context<'_>,
        input: EvaluationInput,
    ) -> Result<EvaluationPayload> {
        consensus::confer(ctx(gql), input.need_id).await?;
        payload(gql, input.need_id).await
    }

    /// The chair enters what the panel agreed for one bid and criterion.
    async fn agree_score(
        &self,
        gql: &Context<'_>,
        input: AgreeScoreInput,
    ) -> Result<EvaluationPayload> {
        let (id, criterion) = (input.need_id, input.criterion_id);
        consensus::agree(
            ctx(gql),
            id,
            &input.label,
            criterion,
            input.score,
            input.note,
        )
        .await?;
        payload(gql, id).await
    }

    /// The chair writes down what an interview brought.
    async fn note_interview(
        &self,
        gql: &Context<'_>,
        input: NoteInterviewInput,
    ) -> Result<EvaluationPayload> {
        consensus::note_interview(ctx(gql), input.need_id, &input.label, input.note).await?;
        payload(gql, input.need_id).await
    }

    /// The chair approves the evaluation: it does not change any more, and who bid what is shown.
    async fn approve_evaluation(
        &self,
        gql: &Context<'_>,
        input: EvaluationInput,
    ) -> Result<EvaluationPayload> {
        consensus::approve(ctx(gql), input.need_id).await?;
        payload(gql, input.need_id).await
    }

    /// The owner invites some bidders to interviews; their scores are then agreed a second time.
    async fn shortlist_proposals(
        &self,
        gql: &Context<'_>,
        input: ShortlistProposalsInput,
    ) -> Result<EvaluationPayload> {
        let (id, labels) = (input.need_id, &input.labels);
        consensus::shortlist(ctx(gql), id, labels, &input.reason).await?;
        payload(gql, id).await
    }

    /// The owner selects one bid or none, with a reason; every bidder gets the outcome with its scores.
    async fn decide_evaluation(
        &self,
        gql: &Context<'_>,
        input: DecideEvaluationInput,
    ) -> Result<EvaluationPayload> {
        let decision = Decision {
            selected: input.selected_label,
            not_highest: input.not_highest.unwrap_or_default(),
            reason: input.reason,
        };
        outcome::decide(ctx(gql), input.need_id, decision).await?;
        payload(gql, input.need_id).await
    }

    /// A bidder asks, once and within ten days, that the alliance review the outcome.
    async fn request_outcome_review(
        &self,
        gql: &Context<'_>,
        input: RequestOutcomeReviewInput,
    ) -> Result<OutcomeReviewPayload> {
        let ctx = ctx(gql);
        let asked = outcome::ask(ctx, input.proposal_id, &input.request).await?;
        Ok(OutcomeReviewPayload {
            review: OutcomeReview(outcome::review(ctx, asked.id).await?),
        })
    }

    /// The alliance answers a request, by somebody who had no part in the evaluation.
    async fn answer_outcome_review(
        &self,
        gql: &Context<'_>,
        input: AnswerOutcomeReviewInput,
    ) -> Result<OutcomeReviewPayload> {
        let (id, verdict) = (input.review_id, input.verdict);
        let answered = outcome::answer(ctx(gql), id, verdict, &input.answer).await?;
        Ok(OutcomeReviewPayload {
            review: OutcomeReview(answered),
        })
    }
}
