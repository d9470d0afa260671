//! Invitations in the API.

use async_graphql::{Context, InputObject, Object, SimpleObject};
use chrono::{DateTime, Utc};

use super::{InvitationStatus, service, store};
use crate::accounts;
use crate::app::Ctx;
use crate::error::Error;
use crate::graphql::{Result, ctx};
use crate::ids::{InvitationId, OrganizationId};
use crate::loaders::loaders;
use crate::organizations::MembershipRole;
use crate::organizations::graphql::{Membership, Organization};
use crate::organizations::inputs::MembershipPayload;
use crate::policy::Action;

/// An invitation to join an organisation.
pub struct Invitation(pub super::Invitation);

/// An invitation to join an organisation.
#[Object]
impl Invitation {
    /// Id.
    async fn id(&self) -> InvitationId {
        self.0.id
    }

    /// Where to.
    async fn organization(&self, gql: &Context<'_>) -> Result<Organization> {
        let row = loaders(gql).organization(self.0.organization_id).await?;
        Ok(Organization(row))
    }

    /// The invited address.
    async fn email(&self) -> &str {
        &self.0.email
    }

    /// As what.
    async fn role(&self) -> MembershipRole {
        self.0.role
    }

    /// What became of it.
    async fn status(&self, gql: &Context<'_>) -> InvitationStatus {
        self.0.status_at(ctx(gql).now())
    }

    /// Name of who invites.
    async fn invited_by(&self, gql: &Context<'_>) -> Result<String> {
        Ok(loaders(gql).user(self.0.invited_by).await?.name)
    }

    /// When it was made.
    async fn created_at(&self) -> DateTime<Utc> {
        self.0.created_at
    }

    /// When its last letter went out.
    async fn sent_at(&self) -> DateTime<Utc> {
        self.0.sent_at
    }

    /// Until when it is good.
    async fn expires_at(&self) -> DateTime<Utc> {
        self.0.expires_at
    }
}

/// Invitations to the viewer's address that can be accepted now.
pub async fn for_viewer(ctx: &Ctx) -> Result<Vec<Invitation>> {
    let Ok(person) = ctx.in_person() else {
        return Ok(Vec::new());
    };
    let db = &ctx.app.db;
    let user = accounts::store::find(db, person.id).await?;
    let address = user.ok_or_else(Error::not_found)?.email_normalized;
    let rows = store::good_for(db, &address, ctx.now()).await?;
    Ok(rows.into_iter().map(Invitation).collect())
}

/// Whom to invite.
#[derive(InputObject)]
pub struct InviteMemberInput {
    /// The organisation.
    organization_id: OrganizationId,
    /// The address.
    email: String,
    /// What its person may do once she has joined.
    role: MembershipRole,
}

/// Names an invitation.
#[derive(InputObject)]
pub struct InvitationIdInput {
    /// The invitation.
    invitation_id: InvitationId,
}

/// The invitation after the change.
#[derive(SimpleObject)]
pub struct InvitationPayload {
    /// The invitation.
    invitation: Invitation,
}

/// Questions about invitations.
#[derive(Default)]
pub struct InvitationQuery;

#[Object]
impl InvitationQuery {
    /// An invitation, to the person whose address is invited and to the organisation's owners.
    async fn invitation(&self, gql: &Context<'_>, id: InvitationId) -> Result<Option<Invitation>> {
        let ctx = ctx(gql);
        let db = &ctx.app.db;
        let row = store::find(db, id).await?.ok_or_else(Error::not_found)?;
        if !ctx.may(Action::ManageInvitation(&row)) {
            let person = ctx.viewer.person().ok_or_else(Error::not_found)?;
            let user = accounts::store::find(db, person.id).await?;
            user.filter(|user| user.email_normalized == row.email_normalized)
                .ok_or_else(Error::not_found)?;
        }
        Ok(Some(Invitation(row)))
    }
}

/// Changes to invitations.
#[derive(Default)]
pub struct InvitationMutation;

#[Object]
impl InvitationMutation {
    /// Invites an address; for the organisation's owners. The answer does not tell whether the address
    /// has an account.
    async fn invite_member(
        &self,
        gql: &Context<'_>,
        input: InviteMemberInput,
    ) -> Result<InvitationPayload> {
        let whom = (input.organization_id, input.email.as_str());
        let row = service::invite(ctx(gql), whom.0, whom.1, input.role).await?;
        Ok(InvitationPayload {
            invitation: Invitation(row),
        })
    }

    /// Sends an invitation's letter again, after ten minutes at the earliest; it is good for another
    /// 14 days.
    async fn resend_invitation(
        &self,
        gql: &Context<'_>,
        input: InvitationIdInput,
    ) -> Result<InvitationPayload> {
        let row = service::resend(ctx(gql), input.invitation_id).await?;
        Ok(InvitationPayload {
            invitation: Invitation(row),
        })
    }

    /// Takes an invitation back; for the organisation's owners.
    async fn revoke_invitation(
        &self,
        gql: &Context<'_>,
        input: InvitationIdInput,
    ) -> Result<InvitationPayload> {
        let row = service::revoke(ctx(gql), input.invitation_id).await?;
        Ok(InvitationPayload {
            invitation: Invitation(row),
        })
    }

    /// Joins; for the person whose address is invited.
    async fn accept_invitation(
        &self,
        gql: &Context<'_>,
        input: InvitationIdInput,
    ) -> Result<MembershipPayload> {
        let row = service::accept(ctx(gql), input.invitation_id).await?;
        Ok(MembershipPayload {
            membership: Membership(row),
        })
    }

    /// Does not want to join; for the person whose address is invited.
    async fn decline_invitation(
        &self,
        gql: &Context<'_>,
        input: InvitationIdInput,
    ) -> Result<InvitationPayload> {
        let row = service::decline(ctx(gql), input.invitation_id).await?;
        Ok(InvitationPayload {
            invitation: Invitation(row),
        })
    }
}
