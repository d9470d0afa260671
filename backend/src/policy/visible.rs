//! What a viewer may see, as a condition for SQL: the mirror of [`super::decide`].

use sea_orm::ColumnTrait;
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Query};

use super::Viewer;
use crate::accounts::entity::{ConsentPurpose, consent, user_account};
use crate::matches::{MatchStatus, entity as matches};
use crate::needs::{NeedStatus, entity as needs};
use crate::offers::{OfferStatus, entity as offers};
use crate::organizations::{Standing, membership, organization};
use crate::proposals::{ProposalStatus, entity as proposals};
use crate::researchers::entity as researchers;

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
        .add(organization::Column::Standing.eq(Standing::Listed))
        .add(organization::Column::Id.is_in(viewer.organizations()))
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
        .add(needs::Column::PublishedAt.is_not_null())
        .add(needs::Column::OrganizationId.is_in(viewer.organizations()));
    if viewer.is_staff() {
        any = any.add(needs::Column::Status.ne(NeedStatus::Draft));
    }
    any
}

/// Needs on the public lists: published, whatever became of them.
pub fn public_needs() -> Condition {
    Condition::all().add(needs::Column::PublishedAt.is_not_null())
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
}

/// Matches the viewer may read.
pub fn matches(viewer: &Viewer) -> Condition {
    if viewer.is_staff() {
        return always(true);
    }
    let own = viewer.organizations();
    Condition::all()
        .add(
            Condition::any()
                .add(matches::Column::NeedOrganizationId.is_in(own.clone()))
                .add(matches::Column::OfferOrganizationId.is_in(own)),
        )
        .add(matches::Column::Status.ne(MatchStatus::Blocked))
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
        .cond_where(needs::Column::OrganizationId.is_in(own.clone()));
    Condition::any()
        .add(proposals::Column::OrganizationId.is_in(own))
        .add(
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
