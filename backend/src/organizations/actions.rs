//! What a viewer may do with an organisation now, for the buttons of its page.

use async_graphql::Enum;

use super::{AllianceStatus, Organization, Standing, Verification};
use crate::app::Ctx;
use crate::policy::Action;
use crate::verification;

/// What the viewer may do with an organisation now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum OrganizationAction {
    /// Ask to join it.
    RequestMembership,
    /// Change its profile, certificates and references.
    Edit,
    /// Decide on its people.
    ManageMembers,
    /// Ask the alliance to verify it.
    RequestVerification,
    /// Apply for membership of the alliance.
    ApplyForAlliance,
    /// Leave the alliance, or take the application back.
    LeaveAlliance,
    /// Decide on its registration.
    DecideRegistration,
    /// Decide on its verification.
    DecideVerification,
    /// Record what the board decided on its application.
    DecideAllianceMembership,
    /// Suspend its membership of the alliance.
    SuspendAllianceMembership,
    /// Restore its membership of the alliance.
    RestoreAllianceMembership,
}

/// What the rules and the policy allow; whether a decision waits is known from the review alone.
pub(super) fn actions(ctx: &Ctx, row: &Organization) -> Vec<OrganizationAction> {
    use AllianceStatus as S;
    use OrganizationAction as A;
    let represents = ctx.may(Action::RepresentBeforeAlliance(row));
    let administers = ctx.may(Action::AdministerAlliance(row));
    let listed = row.standing == Standing::Listed;
    let person = ctx.in_person().is_ok();
    let joins = person && listed && row.suspended_at.is_none() && !ctx.viewer.belongs_to(row.id);
    let status = row.alliance_status;
    let applies = matches!(status, S::None | S::Rejected | S::Left)
        && row.verification == Verification::Verified;
    let leaves = matches!(status, S::Applied | S::Admitted | S::Suspended);
    let asks = verification::rules::may_ask(row, ctx.now()).is_ok();
    let all = [
        (A::RequestMembership, joins),
        (A::Edit, ctx.may(Action::EditOrganization(row))),
        (
            A::ManageMembers,
            person && ctx.may(Action::ManageMembers(row)),
        ),
        (
            A::RequestVerification,
            asks && ctx.may(Action::RequestVerification(row)),
        ),
        (A::ApplyForAlliance, represents && applies && listed),
        (A::LeaveAlliance, represents && leaves),
        (
            A::DecideRegistration,
            ctx.may(Action::DecideRegistration(row)),
        ),
        (
            A::DecideVerification,
            ctx.may(Action::DecideVerification(row)),
        ),
        (
            A::DecideAllianceMembership,
            administers && status == S::Applied,
        ),
        (
            A::SuspendAllianceMembership,
            administers && status == S::Admitted,
        ),
        (
            A::RestoreAllianceMembership,
            administers && status == S::Suspended,
        ),
    ];
    all.into_iter()
        .filter(|(_, may)| *may)
        .map(|(action, _)| action)
        .collect()
}
