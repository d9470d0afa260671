//! Changes to an organisation's people in the API.

use async_graphql::{Context, InputObject, Object, SimpleObject};

use super::service;
use crate::graphql::{Result, ctx};
use crate::ids::{MembershipId, OrganizationId};
use crate::organizations::MembershipRole;
use crate::organizations::graphql::{Membership, Organization};
use crate::organizations::inputs::{
    MembershipIdInput, MembershipPayload, OrganizationIdInput, OrganizationPayload,
};

/// A role to give.
#[derive(InputObject)]
pub struct SetMembershipRoleInput {
    /// The membership.
    membership_id: MembershipId,
    /// What its person may do from now on.
    role: MembershipRole,
}

/// Whether members need a second factor.
#[derive(InputObject)]
pub struct SetSecondFactorRequiredInput {
    /// The organisation.
    organization_id: OrganizationId,
    /// True: rights of members without one wait until they have it.
    required: bool,
}

/// A membership that is no more.
#[derive(SimpleObject)]
pub struct EndedMembershipPayload {
    /// Which it was.
    membership_id: MembershipId,
    /// It was the last one: the organisation is closed, its postings are withdrawn.
    organization_closed: bool,
}

/// Changes to an organisation's people.
#[derive(Default)]
pub struct MemberMutation;

#[Object]
impl MemberMutation {
    /// Asks to join an organisation: an editor once one of its owners agrees.
    async fn request_membership(
        &self,
        gql: &Context<'_>,
        input: OrganizationIdInput,
    ) -> Result<MembershipPayload> {
        let asked =
            crate::organizations::service::request_membership(ctx(gql), input.organization_id);
        Ok(MembershipPayload {
            membership: Membership(asked.await?),
        })
    }

    /// Changes what a member may do; for the organisation's owners.
    async fn set_membership_role(
        &self,
        gql: &Context<'_>,
        input: SetMembershipRoleInput,
    ) -> Result<MembershipPayload> {
        let row = service::set_role(ctx(gql), input.membership_id, input.role).await?;
        Ok(MembershipPayload {
            membership: Membership(row),
        })
    }

    /// Makes another member the owner and oneself an editor; wants a fresh proof of who one is.
    async fn transfer_ownership(
        &self,
        gql: &Context<'_>,
        input: MembershipIdInput,
    ) -> Result<MembershipPayload> {
        let row = service::transfer_ownership(ctx(gql), input.membership_id).await?;
        Ok(MembershipPayload {
            membership: Membership(row),
        })
    }

    /// Removes a member, for the organisation's owners; or leaves, or takes one's own request back. An
    /// organisation whose last member leaves is closed.
    async fn remove_membership(
        &self,
        gql: &Context<'_>,
        input: MembershipIdInput,
    ) -> Result<EndedMembershipPayload> {
        let organization_closed = service::remove(ctx(gql), input.membership_id).await?;
        Ok(EndedMembershipPayload {
            membership_id: input.membership_id,
            organization_closed,
        })
    }

    /// Does not let a person in who asked to join; for the organisation's owners.
    async fn decline_membership(
        &self,
        gql: &Context<'_>,
        input: MembershipIdInput,
    ) -> Result<EndedMembershipPayload> {
        service::decline(ctx(gql), input.membership_id).await?;
        Ok(EndedMembershipPayload {
            membership_id: input.membership_id,
            organization_closed: false,
        })
    }

    /// Asks all members for a second factor, or no longer; for owners who have one themselves.
    async fn set_second_factor_required(
        &self,
        gql: &Context<'_>,
        input: SetSecondFactorRequiredInput,
    ) -> Result<OrganizationPayload> {
        let (id, required) = (input.organization_id, input.required);
        let row = service::set_second_factor_required(ctx(gql), id, required).await?;
        Ok(OrganizationPayload {
            organization: Organization(row),
        })
    }
}
