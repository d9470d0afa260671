//! What the API takes about evaluations.

use async_graphql::InputObject;

use super::rules::NewCriterion;
use super::scoring::NewScore;
use super::{ConflictKind, CriterionKind, OutcomeReviewVerdict};
use crate::ids::{
    CriterionId, NeedId, OrganizationId, OutcomeReviewId, PanelMemberId, ProposalId, UserId,
};
use crate::text::BilingualTextInput;

/// A criterion as it is written.
#[derive(InputObject)]
pub struct CriterionContent {
    /// Name; at most 160 characters.
    name: BilingualTextInput,
    /// What is looked for; at most 2,000 characters.
    description: Option<BilingualTextInput>,
    /// Its part of 100: 1 to 100.
    weight: i32,
    /// Quality, or price; at most one is price.
    kind: CriterionKind,
}

impl From<CriterionContent> for NewCriterion {
    fn from(input: CriterionContent) -> Self {
        Self {
            name: input.name,
            description: input.description.unwrap_or_default(),
            weight: input.weight,
            kind: input.kind,
        }
    }
}

/// The criteria of a need; they replace all that it had.
#[derive(InputObject)]
pub struct SetCriteriaInput {
    /// Which need.
    pub(super) need_id: NeedId,
    /// The version that was read; 0 for the first time.
    pub(super) version: i32,
    /// Who bid what is not shown before the panel's consensus is approved.
    pub(super) anonymous: bool,
    /// At most 20; their weights come to 100. None takes all away.
    pub(super) criteria: Vec<CriterionContent>,
}

/// Somebody to be invited to a panel.
#[derive(InputObject)]
pub struct InvitePanelMemberInput {
    /// Of which need.
    pub(super) need_id: NeedId,
    /// Whom.
    pub(super) user_id: UserId,
    /// As the chair.
    pub(super) chair: bool,
}

/// Somebody to be taken out of a panel.
#[derive(InputObject)]
pub struct RemovePanelMemberInput {
    /// Which member.
    pub(super) member_id: PanelMemberId,
    /// Why; it stands in the record.
    pub(super) reason: String,
}

/// A member who is to be the chair.
#[derive(InputObject)]
pub struct SetPanelChairInput {
    /// Which member.
    pub(super) member_id: PanelMemberId,
}

/// The answer to an invitation to a panel.
#[derive(InputObject)]
pub struct AnswerPanelInvitationInput {
    /// Of which need.
    pub(super) need_id: NeedId,
    /// Take part, or not, also after having accepted.
    pub(super) accept: bool,
    /// Why not.
    pub(super) reason: Option<String>,
    /// What could conflict, in one's own words; it stands in the record.
    pub(super) declared_interest: Option<String>,
}

/// An earlier dealing with a bidder that is disclosed.
#[derive(InputObject)]
pub struct DiscloseConflictInput {
    /// Of which need.
    pub(super) need_id: NeedId,
    /// The bidder.
    pub(super) organization_id: OrganizationId,
    /// Which of the ties.
    pub(super) kind: ConflictKind,
    /// Why it does not sway her; it stands in the record.
    pub(super) reason: String,
}

/// A score with a comment.
#[derive(InputObject)]
pub struct ScoreInput {
    /// By which criterion.
    criterion_id: CriterionId,
    /// 0 to 100; null takes it back.
    score: Option<i32>,
    /// Why; at most 2,000 characters.
    comment: Option<String>,
}

impl From<ScoreInput> for NewScore {
    fn from(input: ScoreInput) -> Self {
        Self {
            criterion: input.criterion_id,
            score: input.score,
            comment: input.comment,
        }
    }
}

/// Some of one's scores of one bid.
#[derive(InputObject)]
pub struct SaveScoresInput {
    /// Of which need.
    pub(super) need_id: NeedId,
    /// Letter of the bid.
    pub(super) label: String,
    /// Those that changed.
    pub(super) scores: Vec<ScoreInput>,
}

/// Names the need of an evaluation.
#[derive(InputObject)]
pub struct EvaluationInput {
    /// Of which need.
    pub(super) need_id: NeedId,
}

/// A score that the panel agreed on.
#[derive(InputObject)]
pub struct AgreeScoreInput {
    /// Of which need.
    pub(super) need_id: NeedId,
    /// Letter of the bid.
    pub(super) label: String,
    /// By which criterion.
    pub(super) criterion_id: CriterionId,
    /// 0 to 100.
    pub(super) score: i32,
    /// Why; required where members are 20 points or more apart.
    pub(super) note: Option<String>,
}

/// What an interview brought.
#[derive(InputObject)]
pub struct NoteInterviewInput {
    /// Of which need.
    pub(super) need_id: NeedId,
    /// Letter of the bid.
    pub(super) label: String,
    /// At most 2,000 characters.
    pub(super) note: Option<String>,
}

/// Bidders who are to be interviewed.
#[derive(InputObject)]
pub struct ShortlistProposalsInput {
    /// Of which need.
    pub(super) need_id: NeedId,
    /// Letters of the bids.
    pub(super) labels: Vec<String>,
    /// Why these; they read it.
    pub(super) reason: String,
}

/// The owner's decision.
#[derive(InputObject)]
pub struct DecideEvaluationInput {
    /// Of which need.
    pub(super) need_id: NeedId,
    /// Letter of the bid that is selected; null selects none.
    pub(super) selected_label: Option<String>,
    /// Acknowledges that another than the highest is selected.
    pub(super) not_highest: Option<bool>,
    /// Why; all bidders read it.
    pub(super) reason: String,
}

/// A bidder's request to review an outcome.
#[derive(InputObject)]
pub struct RequestOutcomeReviewInput {
    /// Whose outcome.
    pub(super) proposal_id: ProposalId,
    /// What is to be looked at, and why.
    pub(super) request: String,
}

/// The alliance's answer to a request.
#[derive(InputObject)]
pub struct AnswerOutcomeReviewInput {
    /// Which request.
    pub(super) review_id: OutcomeReviewId,
    /// What was found.
    pub(super) verdict: OutcomeReviewVerdict,
    /// In words; the bidder and the owner read it.
    pub(super) answer: String,
}
