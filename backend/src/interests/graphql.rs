//! Interests in the API.

use async_graphql::{Context, InputObject, Object, SimpleObject};
use chrono::{DateTime, Utc};

use super::rules::Saying;
use super::{service, store};
use crate::error::Error;
use crate::graphql::{Result, ctx};
use crate::ids::{InterestId, NeedId, OrganizationId};
use crate::loaders::loaders;
use crate::needs;
use crate::organizations::graphql::Organization;
use crate::policy::Action;

/// An organisation's interest in a need.
pub struct Interest(pub super::Interest);

/// An organisation's interest in a need.
#[Object]
impl Interest {
    /// Id.
    async fn id(&self) -> InterestId {
        self.0.id
    }

    /// Whose.
    async fn organization(&self, gql: &Context<'_>) -> Result<Organization> {
        let found = loaders(gql).organization(self.0.organization_id);
        Ok(Organization(found.await?))
    }

    /// Everybody may see it.
    async fn is_public(&self) -> bool {
        self.0.is_public
    }

    /// It looks for partners.
    async fn seeks_partners(&self) -> bool {
        self.0.seeks_partners
    }

    /// What it brings, and whom it looks for; as it was written, in whichever language.
    async fn note(&self) -> &str {
        &self.0.note
    }

    /// When it was said last.
    async fn updated_at(&self) -> DateTime<Utc> {
        self.0.updated_at
    }

    /// When it was taken back; only its own organisation still sees it then.
    async fn withdrawn_at(&self) -> Option<DateTime<Utc>> {
        self.0.withdrawn_at
    }

    /// The viewer may change it, or take it back.
    async fn viewer_may_edit(&self, gql: &Context<'_>) -> Result<bool> {
        let need = loaders(gql).need(self.0.need_id).await?;
        Ok(ctx(gql).may(Action::EditInterest(&self.0, &need)))
    }
}

/// Questions about interests.
#[derive(Default)]
pub struct InterestQuery;

#[Object]
impl InterestQuery {
    /// Interests in a need: those said in public and the viewer's own, who looks for partners first; at most
    /// 100.
    async fn interests(&self, gql: &Context<'_>, need_id: NeedId) -> Result<Vec<Interest>> {
        let ctx = ctx(gql);
        let need = needs::store::find(&ctx.app.db, need_id)
            .await?
            .ok_or_else(Error::not_found)?;
        ctx.authorize(Action::ViewNeed(&need))?;
        let rows = store::of_need(ctx, need_id).await?;
        let owners = rows.iter().map(|row| row.organization_id);
        loaders(gql).fetch_organizations(owners).await?;
        Ok(rows.into_iter().map(Interest).collect())
    }
}

/// What an organisation says of its interest.
#[derive(InputObject)]
pub struct RegisterInterestInput {
    /// Made by the client; the same key with the same body answers as before.
    client_key: String,
    /// In which need.
    need_id: NeedId,
    /// Whose.
    organization_id: OrganizationId,
    /// Everybody may see it; else only the own organisation.
    is_public: bool,
    /// It looks for partners; only in public.
    seeks_partners: bool,
    /// What it brings, and whom it looks for; at most 1,000 characters.
    #[graphql(default)]
    note: String,
}

/// An interest to be taken back.
#[derive(InputObject)]
pub struct WithdrawInterestInput {
    /// Which.
    interest_id: InterestId,
}

/// The interest after the change.
#[derive(SimpleObject)]
pub struct InterestPayload {
    /// The interest.
    interest: Interest,
}

/// Changes to interests.
#[derive(Default)]
pub struct InterestMutation;

#[Object]
impl InterestMutation {
    /// An organisation says that a need interests it, or says it differently.
    async fn register_interest(
        &self,
        gql: &Context<'_>,
        input: RegisterInterestInput,
    ) -> Result<InterestPayload> {
        let said = Saying {
            is_public: input.is_public,
            seeks_partners: input.seeks_partners,
            note: input.note,
        };
        let (need, organization) = (input.need_id, input.organization_id);
        let row = service::register(ctx(gql), &input.client_key, need, organization, said).await?;
        Ok(InterestPayload {
            interest: Interest(row),
        })
    }

    /// An organisation takes its interest back.
    async fn withdraw_interest(
        &self,
        gql: &Context<'_>,
        input: WithdrawInterestInput,
    ) -> Result<InterestPayload> {
        let row = service::withdraw(ctx(gql), input.interest_id).await?;
        Ok(InterestPayload {
            interest: Interest(row),
        })
    }
}
