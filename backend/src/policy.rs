//! The only place that says who may.
//!
//! [`decide`] answers for one loaded thing; [`visible`] is its mirror in SQL for lists. A house
//! test holds the two together over every kind of viewer and every fixture row. Hidden things
//! answer `NOT_FOUND`; things one may see but not touch answer `FORBIDDEN`.

mod agreeing;
mod bidding;
mod evaluating;
mod viewer;
pub mod visible;

use crate::agreements::Agreement;
use crate::consortia::ConsortiumMember;
use crate::evaluations::{self, Evaluation, OutcomeParties};
use crate::files::{File, FileOwner, Purpose};
use crate::ids::OrganizationId;
use crate::interests::Interest;
use crate::invitations::Invitation;
use crate::joint_calls::{self, Answer, JointCall, JointCallStatus};
use crate::matches::Match;
use crate::moderation::{Case, ReviewKind};
use crate::needs::{Need, NeedStatus};
use crate::offers::{Offer, OfferStatus};
use crate::organizations::{Membership, Organization};
use crate::proposals::Proposal;
use crate::researchers::Researcher;
pub use agreeing::Agreeing;
use agreeing::decide_agreement;
pub use bidding::is_open_to_owner;
use bidding::{sees_interest, sees_proposal, writes_for_bidder};
use evaluating::{may_answer_review, opens_proposals, sees_evaluation, sees_outcome_review};
pub use viewer::{Access, Person, Viewer};

/// What somebody wants to do, with the thing it is done to.
#[derive(Clone, Copy, Debug)]
pub enum Action<'a> {
    /// Change one's own profile.
    EditProfile,
    /// See who belongs to an organisation.
    ViewMembers(&'a Organization),
    /// Let a person into an organisation, or not; change a member's role.
    ManageMembership(&'a Membership),
    /// End a membership: one's own, or another's.
    EndMembership(&'a Membership),
    /// See an organisation.
    ViewOrganization(&'a Organization),
    /// Change what an organisation says of itself.
    EditOrganization(&'a Organization),
    /// Invite people, ask all members for a second factor.
    ManageMembers(&'a Organization),
    /// See, send again or take back an invitation.
    ManageInvitation(&'a Invitation),
    /// Ask the alliance to verify an organisation.
    RequestVerification(&'a Organization),
    /// See what an organisation showed the alliance, and what that decided.
    ViewVerification(&'a Organization),
    /// Accept a registration or not.
    DecideRegistration(&'a Organization),
    /// Decide who an organisation is.
    DecideVerification(&'a Organization),
    /// Apply for membership of the alliance, or leave it.
    RepresentBeforeAlliance(&'a Organization),
    /// Record what the alliance's board decided, suspend, restore.
    AdministerAlliance(&'a Organization),
    /// See an expert's profile; with whether it is public now.
    ViewResearcher(&'a Researcher, bool),
    /// Upload evidence for an organisation.
    UploadFile(&'a Organization),
    /// Read a file's bytes, or know of it.
    ViewFile(&'a File),
    /// Write a need for an organisation.
    CreateNeed(&'a Organization),
    /// Read a need.
    ViewNeed(&'a Need),
    /// Change, submit, conclude or evaluate a need.
    EditNeed(&'a Need),
    /// Write what a need says: its owner, and who at the province completes it.
    CompleteNeed(&'a Need),
    /// Decide on a need for the alliance.
    ReviewNeed(&'a Need),
    /// Run the engine for a need.
    RankNeed(&'a Need),
    /// Write an offer for an organisation.
    CreateOffer(&'a Organization),
    /// Read an offer.
    ViewOffer(&'a Offer),
    /// Change, submit, pause, resume or archive an offer.
    EditOffer(&'a Offer),
    /// Decide on an offer for the alliance.
    ReviewOffer(&'a Offer),
    /// Run the engine for an offer.
    RankOffer(&'a Offer),
    /// Read a match.
    ViewMatch(&'a Match),
    /// Review, introduce or block a match for the alliance.
    ModerateMatch(&'a Match),
    /// Accept or decline a match for one side.
    AnswerMatch(&'a Match),
    /// Read the other side's contacts.
    ViewContacts(&'a Match),
    /// See a joint call; with its needs.
    ViewJointCall(&'a JointCall, &'a [joint_calls::Part]),
    /// See who answered what in a joint call with these needs.
    ViewJointCallAnswers(&'a [joint_calls::Part]),
    /// Answer in a joint call, with its needs, for one of these.
    AnswerJointCall(
        &'a JointCall,
        &'a [joint_calls::Part],
        &'a joint_calls::Part,
    ),
    /// End a joint call for the alliance; with its needs.
    EndJointCall(&'a JointCall, &'a [joint_calls::Part]),
    /// Write a proposal for an organisation.
    CreateProposal(&'a Need, &'a Organization),
    /// Ask about a need for an organisation.
    AskQuestion(&'a Need, &'a Organization),
    /// Read a proposal, or know that it exists.
    ViewProposal(&'a Proposal, &'a Need),
    /// Change a proposal's draft, and ask its members for their signatures.
    EditProposal(&'a Proposal, &'a Need),
    /// Hand a proposal in, take it back, invite members: for who answers for it.
    LeadProposal(&'a Proposal, &'a Need),
    /// Accept an invitation to propose together, sign, leave: for one's own organisation.
    ActAsMember(&'a ConsortiumMember),
    /// Say for an organisation that it is interested in a need.
    RegisterInterest(&'a Need, &'a Organization),
    /// Read that somebody is interested.
    ViewInterest(&'a Interest, &'a Need),
    /// Change or withdraw one's own interest.
    EditInterest(&'a Interest, &'a Need),
    /// Select a proposal or not.
    DecideProposal(&'a Proposal, &'a Need),
    /// Open a need's sealed proposals for the owner's or the alliance's side.
    OpenProposals(&'a Need),
    /// See whether a need's proposals wait for being opened, and who has.
    ViewOpening(&'a Need),
    /// See all openings that wait.
    ViewOpenings,
    /// See the evaluation of a need's proposals; with the viewer's own seat in its panel, if any.
    ViewEvaluation(&'a Need, &'a Evaluation, Option<&'a evaluations::Member>),
    /// Answer a bidder's request to review an outcome, for the alliance.
    DecideOutcomeReview(&'a OutcomeParties),
    /// See a bidder's request to review an outcome.
    ViewOutcomeReview(&'a OutcomeParties),
    /// See what waits for the alliance and what it decided.
    ViewReviews,
    /// Decide for the alliance on something that waits; hold it meanwhile.
    DecideReview(&'a Case),
    /// Keep a person or an organisation out, let them in again, make two organisations one.
    Suspend,
    /// See people and their roles, and change these.
    AdministerPeople,
    /// See why the alliance sent a need or offer of this organisation back.
    ViewReviewOf(OrganizationId),
    /// See outgoing mail, its failures, and send again.
    AdministerMail,
    /// Read the audit records.
    ViewAudit,
    /// See how the engine stands, learn and adopt weights.
    AdministerEngine,
    /// Do something with an agreement.
    Agreement(Agreeing, &'a Agreement),
}

/// The answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// Go on.
    Allow,
    /// One may know of it, not do it.
    Forbid,
    /// As if it were not there.
    Hide,
    /// Nobody has signed in.
    SignIn,
}

/// May `viewer` do `action`?
pub fn decide(viewer: &Viewer, action: Action<'_>) -> Decision {
    if matches!(viewer, Viewer::System) {
        return Decision::Allow;
    }
    match action {
        Action::EditProfile => when(viewer.user().is_some(), viewer),
        Action::ManageMembership(membership) => {
            let organization = membership.organization_id;
            // Its owners alone: whoever lets a person in opens the organisation's sealed proposals
            // to that person, and the alliance must not be able to.
            if viewer.owns(organization) {
                Decision::Allow
            } else if viewer.belongs_to(organization)
                || viewer.is_staff()
                || viewer.user() == Some(membership.user_id)
            {
                Decision::Forbid
            } else {
                Decision::Hide
            }
        }
        Action::EndMembership(membership) => {
            let organization = membership.organization_id;
            let own = viewer.user() == Some(membership.user_id);
            step(
                own || viewer.belongs_to(organization) || viewer.is_staff(),
                own || viewer.owns(organization),
                viewer,
            )
        }
        Action::ViewMembers(organization) => when(
            viewer.belongs_to(organization.id) || viewer.is_staff(),
            viewer,
        ),
        Action::ViewOrganization(organization) => show(sees_organization(viewer, organization)),
        Action::EditOrganization(organization)
        | Action::UploadFile(organization)
        | Action::CreateNeed(organization)
        | Action::CreateOffer(organization) => step(
            sees_organization(viewer, organization),
            viewer.writes_for(organization.id),
            viewer,
        ),
        Action::ManageMembers(organization)
        | Action::RequestVerification(organization)
        | Action::RepresentBeforeAlliance(organization) => step(
            sees_organization(viewer, organization),
            viewer.owns(organization.id),
            viewer,
        ),
        // Not even its own editors learn whom the owners invite.
        Action::ManageInvitation(invitation) => show(viewer.owns(invitation.organization_id)),
        Action::ViewVerification(organization) => {
            show(viewer.belongs_to(organization.id) || viewer.verifies())
        }
        // Nobody decides for the alliance on her own organisation.
        Action::DecideRegistration(organization) | Action::DecideVerification(organization) => {
            step(
                sees_organization(viewer, organization),
                viewer.verifies() && !viewer.belongs_to(organization.id),
                viewer,
            )
        }
        Action::AdministerAlliance(organization) => step(
            sees_organization(viewer, organization),
            viewer.is_administrator() && !viewer.belongs_to(organization.id),
            viewer,
        ),
        // Her own she sees always; not even the alliance sees one that is not public.
        Action::ViewResearcher(researcher, public) => {
            show(public || viewer.user() == Some(researcher.user_id))
        }
        Action::ViewFile(file) => show(sees_file(viewer, file)),
        Action::ViewNeed(need) => show(sees_need(viewer, need)),
        Action::CompleteNeed(need) => step(
            sees_need(viewer, need),
            viewer.writes_for(need.organization_id) || completes(viewer, need),
            viewer,
        ),
        Action::EditNeed(need) => step(
            sees_need(viewer, need),
            viewer.writes_for(need.organization_id),
            viewer,
        ),
        Action::ReviewNeed(need) => {
            // Nobody decides for the alliance on what his own organisation wrote.
            let may = viewer.decides(ReviewKind::Need) && !viewer.belongs_to(need.organization_id);
            step(sees_need(viewer, need), may, viewer)
        }
        Action::RankNeed(need) => step(
            sees_need(viewer, need),
            viewer.writes_for(need.organization_id) || viewer.decides(ReviewKind::Match),
            viewer,
        ),
        Action::ViewOffer(offer) => show(sees_offer(viewer, offer)),
        Action::EditOffer(offer) => step(
            sees_offer(viewer, offer),
            viewer.writes_for(offer.organization_id),
            viewer,
        ),
        Action::ReviewOffer(offer) => {
            let may =
                viewer.decides(ReviewKind::Offer) && !viewer.belongs_to(offer.organization_id);
            step(sees_offer(viewer, offer), may, viewer)
        }
        Action::RankOffer(offer) => step(
            sees_offer(viewer, offer),
            viewer.writes_for(offer.organization_id) || viewer.decides(ReviewKind::Match),
            viewer,
        ),
        Action::ViewMatch(found) => show(sees_match(viewer, found)),
        Action::ModerateMatch(found) => {
            let party = viewer.belongs_to(found.need_organization_id)
                || viewer.belongs_to(found.offer_organization_id);
            step(
                sees_match(viewer, found),
                viewer.decides(ReviewKind::Match) && !party,
                viewer,
            )
        }
        Action::AnswerMatch(found) => step(
            sees_match(viewer, found),
            viewer.writes_for(found.need_organization_id)
                || viewer.writes_for(found.offer_organization_id),
            viewer,
        ),
        Action::ViewContacts(found) => {
            let party = viewer.belongs_to(found.need_organization_id)
                || viewer.belongs_to(found.offer_organization_id);
            show(party && found.status.is_mutual())
        }
        Action::ViewJointCall(call, parts) => show(sees_joint_call(viewer, call, parts)),
        Action::ViewJointCallAnswers(parts) => show(sees_joint_call_answers(viewer, parts)),
        Action::AnswerJointCall(call, parts, part) => {
            // That a need was part of it and is not any more is not everybody's to know.
            let sees = sees_joint_call_answers(viewer, parts)
                || (sees_joint_call(viewer, call, parts) && part.answer == Answer::Consented);
            step(sees, viewer.writes_for(part.organization_id), viewer)
        }
        Action::EndJointCall(call, parts) => step(
            sees_joint_call(viewer, call, parts),
            viewer.decides(ReviewKind::Match) && !party_of_joint_call(viewer, parts),
            viewer,
        ),
        Action::CreateProposal(need, organization) | Action::AskQuestion(need, organization) => {
            step(
                sees_need(viewer, need) && sees_organization(viewer, organization),
                viewer.writes_for(organization.id) && !viewer.belongs_to(need.organization_id),
                viewer,
            )
        }
        Action::ViewProposal(proposal, need) => show(sees_proposal(viewer, proposal, need)),
        Action::EditProposal(proposal, need) => step(
            sees_proposal(viewer, proposal, need),
            writes_for_bidder(viewer, proposal),
            viewer,
        ),
        Action::LeadProposal(proposal, need) => step(
            sees_proposal(viewer, proposal, need),
            viewer.writes_for(proposal.organization_id),
            viewer,
        ),
        Action::ActAsMember(member) => step(
            viewer.belongs_to(member.organization_id),
            viewer.writes_for(member.organization_id),
            viewer,
        ),
        Action::RegisterInterest(need, organization) => step(
            sees_need(viewer, need) && sees_organization(viewer, organization),
            viewer.writes_for(organization.id) && !viewer.belongs_to(need.organization_id),
            viewer,
        ),
        Action::ViewInterest(interest, need) => show(sees_interest(viewer, interest, need)),
        Action::EditInterest(interest, need) => step(
            sees_interest(viewer, interest, need),
            viewer.writes_for(interest.organization_id),
            viewer,
        ),
        Action::DecideProposal(proposal, need) => step(
            sees_proposal(viewer, proposal, need),
            // Two organisations that became one may be owner and bidder at once: then it decides for
            // others alone.
            viewer.writes_for(need.organization_id) && !bidding::is_of_bidder(viewer, proposal),
            viewer,
        ),
        Action::OpenProposals(need) => step(
            sees_need(viewer, need),
            opens_proposals(viewer, need),
            viewer,
        ),
        Action::ViewOpening(need) => step(
            sees_need(viewer, need),
            viewer.belongs_to(need.organization_id) || opens_proposals(viewer, need),
            viewer,
        ),
        Action::ViewOpenings => when(viewer.decides(ReviewKind::Need), viewer),
        Action::ViewEvaluation(need, evaluation, seat) => {
            show(sees_evaluation(viewer, need, evaluation, seat))
        }
        Action::DecideOutcomeReview(parties) => step(
            sees_outcome_review(viewer, parties),
            may_answer_review(viewer, parties),
            viewer,
        ),
        Action::ViewOutcomeReview(parties) => show(sees_outcome_review(viewer, parties)),
        Action::Agreement(what, agreement) => decide_agreement(viewer, what, agreement),
        Action::ViewReviews => when(viewer.is_staff(), viewer),
        Action::DecideReview(case) => when(
            viewer.decides(case.kind)
                && !case.organizations.iter().any(|id| viewer.belongs_to(*id))
                && !viewer.user().is_some_and(|id| case.people.contains(&id)),
            viewer,
        ),
        Action::ViewReviewOf(organization) => {
            show(viewer.is_staff() || viewer.belongs_to(organization))
        }
        Action::Suspend
        | Action::AdministerPeople
        | Action::AdministerMail
        | Action::AdministerEngine
        | Action::ViewAudit => when(viewer.is_administrator(), viewer),
    }
}

/// Published needs are everybody's unless they are hidden; the alliance sees what was sent to it; drafts
/// are their owners', and theirs who were asked to complete them.
fn sees_need(viewer: &Viewer, need: &Need) -> bool {
    (need.published_at.is_some() && !need.is_hidden())
        || viewer.belongs_to(need.organization_id)
        || need.focal_point_id.is_some_and(|id| viewer.belongs_to(id))
        || (viewer.is_staff() && need.status != NeedStatus::Draft)
}

/// While it is a draft, who was asked to complete a need writes it too.
fn completes(viewer: &Viewer, need: &Need) -> bool {
    matches!(
        need.status,
        NeedStatus::Draft | NeedStatus::ChangesRequested
    ) && need.focal_point_id.is_some_and(|id| viewer.writes_for(id))
}

/// As for needs; an offer that its owner paused is out of sight.
fn sees_offer(viewer: &Viewer, offer: &Offer) -> bool {
    (offer.published_at.is_some() && offer.status.is_public() && !offer.is_hidden())
        || viewer.belongs_to(offer.organization_id)
        || (viewer.is_staff() && offer.status != OfferStatus::Draft)
}

/// Organisations are everybody's to see, but those that wait for the alliance, were not accepted, are
/// closed or suspended.
fn sees_organization(viewer: &Viewer, organization: &Organization) -> bool {
    organization.is_public() || viewer.belongs_to(organization.id) || viewer.is_staff()
}

/// A file is its organisation's, and theirs who verify organisations unless it belongs to an agreement.
fn sees_file(viewer: &Viewer, file: &File) -> bool {
    let FileOwner::Organization(owner) = file.owner();
    viewer.belongs_to(owner) || (viewer.verifies() && file.purpose != Purpose::Agreement)
}

/// A match is its two sides' and the alliance's; a blocked one is the alliance's alone.
fn sees_match(viewer: &Viewer, found: &Match) -> bool {
    let party = viewer.belongs_to(found.need_organization_id)
        || viewer.belongs_to(found.offer_organization_id);
    viewer.is_staff() || (party && found.status.is_for_parties())
}

/// What was agreed is everybody's to see; before that, and what came to nothing, is the owners' and the
/// alliance's.
fn sees_joint_call(viewer: &Viewer, call: &JointCall, parts: &[joint_calls::Part]) -> bool {
    call.status == JointCallStatus::Agreed || sees_joint_call_answers(viewer, parts)
}

fn sees_joint_call_answers(viewer: &Viewer, parts: &[joint_calls::Part]) -> bool {
    viewer.is_staff() || party_of_joint_call(viewer, parts)
}

fn party_of_joint_call(viewer: &Viewer, parts: &[joint_calls::Part]) -> bool {
    parts
        .iter()
        .any(|part| viewer.belongs_to(part.organization_id))
}

fn show(sees: bool) -> Decision {
    if sees {
        Decision::Allow
    } else {
        Decision::Hide
    }
}

fn when(may: bool, viewer: &Viewer) -> Decision {
    match (may, viewer) {
        (true, _) => Decision::Allow,
        (false, Viewer::Anonymous) => Decision::SignIn,
        (false, _) => Decision::Forbid,
    }
}

fn step(sees: bool, may: bool, viewer: &Viewer) -> Decision {
    if sees {
        when(may, viewer)
    } else {
        Decision::Hide
    }
}
