//! What a viewer may see, as a condition for SQL: the mirror of [`super::decide`].

use sea_orm::ColumnTrait;
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Query};

use super::Viewer;
use crate::accounts::entity::{ConsentPurpose, consent, user_account};
use crate::agreements::{Publication, entity as agreements};
use crate::consortia::{MemberStatus, entity as consortia};
use crate::ids::{OrganizationId, UserId};
use crate::interests::entity as interests;
use crate::joint_calls::{JointCallStatus, entity as joint_calls};
use crate::matches::{MatchStatus, entity as matches};
use crate::moderation::rules::KINDS;
use crate::needs::{NeedStatus, entity as needs};
use crate::offers::{OfferStatus, entity as offers};
use crate::organizations::{Standing, membership, organization};
use crate::proposals::{ProposalStatus, entity as proposals};
use crate::researchers::entity as researchers;

/// Reviews that the viewer may decide now: the mirror of `DecideReview` for what waits.
pub fn decidable_reviews(viewer: &Viewer) -> Condition {
    use crate::moderation::entity::{Column, Entity, ReviewKind};

    let own = viewer.organizations();
    let kinds = KINDS.into_iter().filter(|kind| viewer.decides(*kind));
    let kinds: Vec<ReviewKind> = kinds.collect();
    // Another's first decision, of a kind that is the viewer's.
    let mut first = Query::select();
    first
        .column(Column::Id)
        .from(Entity)
        .and_where(Column::Kind.is_in(kinds.clone()))
        .cond_where(not(Column::DecidedBy, viewer.user()));
    let appeals = Condition::all()
        .add(Column::Kind.eq(ReviewKind::Appeal))
        .add(Column::AppealOf.in_subquery(first));
    let mut own_needs = Query::select();
    own_needs
        .column(needs::Column::Id)
        .from(needs::Entity)
        .and_where(needs::Column::OrganizationId.is_in(own.clone()));
    let mut own_offers = Query::select();
    own_offers
        .column(offers::Column::Id)
        .from(offers::Entity)
        .and_where(offers::Column::OrganizationId.is_in(own.clone()));
    let mut own_matches = Query::select();
    own_matches
        .column(matches::Column::Id)
        .from(matches::Entity)
        .cond_where(party_of_match(own.clone()));
    let outside = |column: Column, own: sea_orm::sea_query::SelectStatement| {
        Condition::any()
            .add(column.is_null())
            .add(column.not_in_subquery(own))
    };
    let elsewhere = |column: Column| {
        Condition::any()
            .add(column.is_null())
            .add(column.is_not_in(own.clone()))
    };
    Condition::all()
        .add(Column::DecidedAt.is_null())
        .add(Condition::any().add(Column::Kind.is_in(kinds)).add(appeals))
        .add(outside(Column::NeedId, own_needs))
        .add(outside(Column::OfferId, own_offers))
        .add(outside(Column::MatchId, own_matches))
        .add(elsewhere(Column::OrganizationId))
        .add(elsewhere(Column::OtherOrganizationId))
        .add(not(Column::UserId, viewer.user()))
        .add(
            Condition::any()
                .add(Column::Kind.eq(ReviewKind::Match))
                .add(not(Column::OpenedBy, viewer.user())),
        )
}

/// The column names somebody else, or nobody.
fn not<C: ColumnTrait>(column: C, user: Option<UserId>) -> Condition {
    let nobody = Condition::any().add(column.is_null());
    match user {
        Some(user) => nobody.add(column.ne(user)),
        None => nobody.add(column.is_not_null()),
    }
}

fn party_of_match(own: Vec<OrganizationId>) -> Condition {
    Condition::any()
        .add(matches::Column::NeedOrganizationId.is_in(own.clone()))
        .add(matches::Column::OfferOrganizationId.is_in(own))
}

/// Everything, or nothing.
fn always(yes: bool) -> Condition {
    Condition::all().add(Expr::val(1).eq(i32::from(yes)))
}

/// Organisations the viewer may see.
pub fn organizations(viewer: &Viewer) -> Condition {
    if viewer.is_staff() {
        return always(true);
    }
    Condition::any()
        .add(public_organizations())
        .add(organization::Column::Id.is_in(viewer.organizations()))
}

/// Organisations that everybody may see: the alliance let them in and did not suspend them.
pub fn public_organizations() -> Condition {
    Condition::all()
        .add(organization::Column::Standing.eq(Standing::Listed))
        .add(organization::Column::SuspendedAt.is_null())
}

/// Profiles of researchers that the viewer may see.
pub fn researchers(viewer: &Viewer) -> Condition {
    if matches!(viewer, Viewer::System) {
        return always(true);
    }
    let mut any = Condition::any().add(public_researchers());
    if let Some(user) = viewer.user() {
        any = any.add(researchers::Column::UserId.eq(user));
    }
    any
}

/// Profiles that everybody may see: their people consent and have an open account.
pub fn public_researchers() -> Condition {
    let mut consenting = Query::select();
    consenting
        .column(consent::Column::UserId)
        .from(consent::Entity)
        .and_where(consent::Column::Purpose.eq(ConsentPurpose::PublicProfile))
        .and_where(consent::Column::WithdrawnAt.is_null());
    let mut open = Query::select();
    open.column(user_account::Column::Id)
        .from(user_account::Entity)
        .and_where(user_account::Column::SuspendedAt.is_null())
        .and_where(user_account::Column::ClosedAt.is_null());
    Condition::all()
        .add(researchers::Column::UserId.in_subquery(consenting))
        .add(researchers::Column::UserId.in_subquery(open))
}

/// Needs the viewer may read.
pub fn needs(viewer: &Viewer) -> Condition {
    if matches!(viewer, Viewer::System) {
        return always(true);
    }
    let mut any = Condition::any()
        .add(public_needs())
        .add(needs::Column::OrganizationId.is_in(viewer.organizations()))
        .add(needs::Column::FocalPointId.is_in(viewer.organizations()));
    if viewer.is_staff() {
        any = any.add(needs::Column::Status.ne(NeedStatus::Draft));
    }
    any
}

/// Needs on the public lists: published, whatever became of them, and not hidden.
pub fn public_needs() -> Condition {
    Condition::all()
        .add(needs::Column::PublishedAt.is_not_null())
        .add(needs::Column::HiddenFor.is_null())
}

/// Offers the viewer may read.
pub fn offers(viewer: &Viewer) -> Condition {
    if matches!(viewer, Viewer::System) {
        return always(true);
    }
    let mut any = Condition::any()
        .add(public_offers())
        .add(offers::Column::OrganizationId.is_in(viewer.organizations()));
    if viewer.is_staff() {
        any = any.add(offers::Column::Status.ne(OfferStatus::Draft));
    }
    any
}

/// Offers that everybody may read.
pub fn public_offers() -> Condition {
    Condition::all()
        .add(offers::Column::PublishedAt.is_not_null())
        .add(offers::Column::Status.is_in(OfferStatus::PUBLIC))
        .add(offers::Column::HiddenFor.is_null())
}

/// Matches the viewer may read.
pub fn matches(viewer: &Viewer) -> Condition {
    if viewer.is_staff() {
        return always(true);
    }
    let own = viewer.organizations();
    Condition::all()
        .add(party_of_match(own))
        .add(matches::Column::Status.ne(MatchStatus::Blocked))
}

/// Joint calls the viewer may see.
pub fn joint_calls(viewer: &Viewer) -> Condition {
    if viewer.is_staff() {
        return always(true);
    }
    let mut own = Query::select();
    own.column(joint_calls::part::Column::JointCallId)
        .from(joint_calls::part::Entity)
        .and_where(joint_calls::part::Column::OrganizationId.is_in(viewer.organizations()));
    Condition::any()
        .add(joint_calls::Column::Status.eq(JointCallStatus::Agreed))
        .add(joint_calls::Column::Id.in_subquery(own))
}

/// Proposals the viewer may know of.
pub fn proposals(viewer: &Viewer) -> Condition {
    if matches!(viewer, Viewer::System) {
        return always(true);
    }
    let own = viewer.organizations();
    let mut own_needs = Query::select();
    own_needs
        .column(needs::Column::Id)
        .from(needs::Entity)
        .cond_where(needs::Column::OrganizationId.is_in(own.clone()))
        .cond_where(needs::Column::HiddenFor.is_null())
        .cond_where(needs::Column::BiddersMasked.eq(false));
    own_proposals(own).add(
        Condition::all()
            .add(proposals::Column::NeedId.in_subquery(own_needs))
            .add(proposals::Column::Status.is_not_in([
                ProposalStatus::Draft,
                ProposalStatus::AwaitingSignoff,
                ProposalStatus::Submitted,
                ProposalStatus::Withdrawn,
            ])),
    )
}

/// Proposals of these organisations, alone or together with others.
pub fn own_proposals(own: Vec<OrganizationId>) -> Condition {
    let mut together = Query::select();
    together
        .column(consortia::Column::ProposalId)
        .from(consortia::Entity)
        .and_where(consortia::Column::OrganizationId.is_in(own.clone()))
        .and_where(consortia::Column::Status.eq(MemberStatus::Accepted));
    Condition::any()
        .add(proposals::Column::OrganizationId.is_in(own))
        .add(proposals::Column::Id.in_subquery(together))
}

/// Interests of a need that the viewer sees: those said in public, and the own.
pub fn interests(viewer: &Viewer) -> Condition {
    if matches!(viewer, Viewer::System) {
        return always(true);
    }
    Condition::any()
        .add(interests::Column::OrganizationId.is_in(viewer.organizations()))
        .add(
            Condition::all()
                .add(interests::Column::IsPublic.eq(true))
                .add(interests::Column::WithdrawnAt.is_null()),
        )
}

/// Agreements the viewer may know of.
pub fn agreements(viewer: &Viewer) -> Condition {
    if matches!(viewer, Viewer::System) {
        return always(true);
    }
    let own = viewer.organizations();
    Condition::any()
        .add(public_agreements())
        .add(agreements::Column::OwnerId.is_in(own.clone()))
        .add(agreements::Column::PartnerId.is_in(own))
}

/// Agreements that everybody may know of: both have signed, and neither hides it.
pub fn public_agreements() -> Condition {
    Condition::all()
        .add(agreements::Column::SignedAt.is_not_null())
        .add(agreements::Column::OwnerPublication.ne(Publication::Hidden))
        .add(agreements::Column::PartnerPublication.ne(Publication::Hidden))
}

/// Memberships the viewer may read: of own organisations, one's own, all for the alliance.
pub fn memberships(viewer: &Viewer) -> Condition {
    if viewer.is_staff() {
        return always(true);
    }
    let mut any =
        Condition::any().add(membership::Column::OrganizationId.is_in(viewer.organizations()));
    if let Some(user) = viewer.user() {
        any = any.add(membership::Column::UserId.eq(user));
    }
    any
}
