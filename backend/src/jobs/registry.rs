//! The kinds of jobs there are: name → code.

use super::{Job, JobResult, Model, Trouble};
use crate::app::Ctx;

/// Runs a job by its kind.
pub(super) async fn run(ctx: &Ctx, job: &Model) -> JobResult {
    macro_rules! dispatch {
        ($($kind:path),* $(,)?) => {
            match job.kind.as_str() {
                $(<$kind>::KIND => decode::<$kind>(job)?.run(ctx).await,)*
                other => Err(Trouble::Fail(format!("no job of kind {other:?}"))),
            }
        };
    }
    dispatch!(
        crate::accounts::jobs::Registered,
        crate::accounts::jobs::RegistrationRequested,
        crate::accounts::jobs::PasswordResetRequested,
        crate::accounts::jobs::EmailChangeRequested,
        crate::accounts::jobs::EmailChanged,
        crate::credentials::jobs::CredentialChanged,
        crate::sessions::jobs::SignedInOnNewDevice,
        crate::sessions::jobs::RefreshTokenReused,
        crate::organizations::jobs::MembershipRequested,
        crate::organizations::jobs::MembershipApproved,
        crate::files::jobs::RemoveUnusedFile,
        crate::members::jobs::MembershipChanged,
        crate::members::jobs::MembershipEnded,
        crate::members::jobs::MembershipDeclined,
        crate::members::jobs::SecondFactorRequired,
        crate::invitations::jobs::InvitationSent,
        crate::invitations::jobs::ForgetInvitation,
        crate::verification::jobs::RegistrationDecided,
        crate::verification::jobs::VerificationDecided,
        crate::verification::jobs::VerificationLost,
        crate::verification::jobs::VerificationEnding,
        crate::verification::jobs::VerificationEnds,
        crate::verification::jobs::VerificationExpired,
        crate::alliance::jobs::AllianceDecided,
        crate::alliance::jobs::AllianceStatusChanged,
        crate::moderation::jobs::ReviewDecided,
        crate::staff::jobs::RoleChanged,
        crate::needs::jobs::CloseNeed,
        crate::needs::jobs::CompletionAsked,
        crate::needs::jobs::ConsultationOver,
        crate::needs::jobs::NeedCompleted,
        crate::needs::jobs::NeedOpened,
        crate::clarifications::jobs::QuestionAsked,
        crate::clarifications::jobs::QuestionAnswered,
        crate::addenda::jobs::AddendumPublished,
        crate::offers::jobs::ExpireOffer,
        crate::matches::jobs::RankNeed,
        crate::matches::jobs::RankOffer,
        crate::matches::jobs::MatchIntroduced,
        crate::matches::jobs::MatchMutual,
        crate::matches::jobs::MatchDeclined,
        crate::matches::jobs::ReplyReminder,
        crate::matches::jobs::ReplyDue,
        crate::joint_calls::jobs::FindJointCall,
        crate::joint_calls::jobs::JointCallProposed,
        crate::joint_calls::jobs::JointCallSmaller,
        crate::joint_calls::jobs::JointCallAgreed,
        crate::joint_calls::jobs::JointCallOver,
        crate::proposals::jobs::ProposalSubmitted,
        crate::proposals::jobs::ProposalsOpened,
        crate::proposals::jobs::ProposalDecided,
        crate::consortia::jobs::ConsortiumInvited,
        crate::consortia::jobs::ConsortiumAnswered,
        crate::consortia::jobs::ConsortiumLeft,
        crate::consortia::jobs::SignoffRequested,
        crate::consortia::jobs::ConsortiumSigned,
        crate::openings::jobs::OpeningWaits,
        crate::evaluations::jobs::PanelInvited,
        crate::evaluations::jobs::PanelAnswered,
        crate::evaluations::jobs::ScoringBegan,
        crate::evaluations::jobs::SheetReminder,
        crate::evaluations::jobs::SheetsComplete,
        crate::evaluations::jobs::EvaluationApproved,
        crate::evaluations::jobs::Shortlisted,
        crate::evaluations::jobs::OutcomeDecided,
        crate::evaluations::jobs::ReviewAsked,
        crate::evaluations::jobs::ReviewReminder,
        crate::evaluations::jobs::ReviewAnswered,
        crate::agreements::jobs::AgreementNews,
        crate::agreements::jobs::MilestoneReminder,
        crate::agreements::jobs::AgreementSilence,
        crate::agreements::jobs::AgreementEnding,
        crate::agreements::jobs::AgreementEnds,
        crate::digests::jobs::WeeklyDigest,
        crate::saved_searches::jobs::SearchAlert,
        crate::vectors::jobs::ComputeVectors,
        crate::weights::jobs::Rerank,
        crate::mail::jobs::SendEmail,
    )
}

fn decode<J: Job>(job: &Model) -> Result<J, Trouble> {
    serde_json::from_value(job.payload.clone())
        .map_err(|e| Trouble::Fail(format!("payload of {}: {e}", job.kind)))
}
