//! Who sees evaluations, and who answers requests to review their outcome.

use super::Viewer;
use crate::evaluations::{self, Evaluation, EvaluationStatus, OutcomeParties};
use crate::moderation::ReviewKind;
use crate::needs::Need;

/// An evaluation is its panel's and the owner's writers'; its readers see it when the chair has approved, the
/// alliance when the owner has decided.
pub(super) fn sees_evaluation(
    viewer: &Viewer,
    need: &Need,
    evaluation: &Evaluation,
    seat: Option<&evaluations::Member>,
) -> bool {
    use EvaluationStatus as S;
    let approved = matches!(evaluation.status, S::Interview | S::Approved | S::Decided);
    let sits = seat.is_some_and(|seat| {
        viewer.user() == Some(seat.user_id) && seat.status != evaluations::MemberStatus::Removed
    });
    sits || viewer.writes_for(need.organization_id)
        || (approved && viewer.belongs_to(need.organization_id))
        || (evaluation.status == S::Decided && viewer.decides(ReviewKind::Need))
}

/// A request is its bidder's, the owner's and theirs who answer it for the alliance; not the other
/// bidders'.
pub(super) fn sees_outcome_review(viewer: &Viewer, parties: &OutcomeParties) -> bool {
    viewer.belongs_to(parties.bidder)
        || viewer.belongs_to(parties.owner)
        || (viewer.decides(ReviewKind::Need)
            && !parties.bidders.iter().any(|id| viewer.belongs_to(*id)))
}

/// Nobody answers who evaluated, decided, or belongs to one of the parties.
pub(super) fn may_answer_review(viewer: &Viewer, parties: &OutcomeParties) -> bool {
    viewer.decides(ReviewKind::Need)
        && !viewer.belongs_to(parties.owner)
        && !parties.bidders.iter().any(|id| viewer.belongs_to(*id))
        && !viewer.user().is_some_and(|id| parties.people.contains(&id))
}

/// The owner's writers for their side; moderators and administrators for the alliance's, unless they
/// belong to the owner.
pub(super) fn opens_proposals(viewer: &Viewer, need: &Need) -> bool {
    if viewer.belongs_to(need.organization_id) {
        viewer.writes_for(need.organization_id)
    } else {
        viewer.decides(ReviewKind::Need)
    }
}
