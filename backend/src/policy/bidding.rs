//! Who sees and writes proposals, alone or together, and who sees that somebody is interested.

use super::{Viewer, sees_need};
use crate::interests::Interest;
use crate::needs::Need;
use crate::proposals::{Proposal, ProposalStatus};

/// A proposal is its bidder's and its members'; the need's owner learns of it when it is opened, nobody
/// else at all. Who is kept out of sight does not read meanwhile what others sent in good faith. While a
/// panel evaluates without knowing who bid what, the owner reads the bids as the panel does
/// (`evaluations`).
pub(super) fn sees_proposal(viewer: &Viewer, proposal: &Proposal, need: &Need) -> bool {
    is_of_bidder(viewer, proposal)
        || (viewer.belongs_to(need.organization_id)
            && is_open_to_owner(proposal.status)
            && !need.is_hidden()
            && !need.bidders_masked)
}

/// True for people of the bidder and of those who propose together with it.
pub(super) fn is_of_bidder(viewer: &Viewer, proposal: &Proposal) -> bool {
    proposal.bidders().any(|id| viewer.belongs_to(id))
}

/// True for those who may write for one of the bidders.
pub(super) fn writes_for_bidder(viewer: &Viewer, proposal: &Proposal) -> bool {
    proposal.bidders().any(|id| viewer.writes_for(id))
}

/// States in which a proposal's seal is broken.
pub fn is_open_to_owner(status: ProposalStatus) -> bool {
    !matches!(
        status,
        ProposalStatus::Draft
            | ProposalStatus::AwaitingSignoff
            | ProposalStatus::Submitted
            | ProposalStatus::Withdrawn
    )
}

/// What was said in public is everybody's who sees the need; the rest, and what was withdrawn, is its own
/// organisation's.
pub(super) fn sees_interest(viewer: &Viewer, interest: &Interest, need: &Need) -> bool {
    viewer.belongs_to(interest.organization_id)
        || (interest.is_public && interest.withdrawn_at.is_none() && sees_need(viewer, need))
}
