//! Organisations in the API.

use async_graphql::{Context, InputObject, Object, SimpleObject};
use chrono::{DateTime, Utc};

use super::service::{self, NewOrganization};
use super::store::{self, Filter};
use super::{MembershipRole, MembershipStatus, OrganizationKind, Verification};
use crate::error::Error;
use crate::graphql::{Result, ctx};
use crate::ids::{MembershipId, OrganizationId};
use crate::loaders::{Ahead, Listed, Loaders, loaders};
use crate::needs::graphql::Need;
use crate::offers::graphql::Offer;
use crate::paging::{List, PageArgs};
use crate::places::graphql::Place;
use crate::policy::Action;
use crate::text::{BilingualText, BilingualTextInput};

/// An organisation: a locality, a firm, an institute, the alliance.
pub struct Organization(pub super::Organization);

/// An organisation: a locality, a firm, an institute, the alliance.
#[Object]
impl Organization {
    /// Id.
    async fn id(&self) -> OrganizationId {
        self.0.id
    }

    /// Kind.
    async fn kind(&self) -> OrganizationKind {
        self.0.kind
    }

    /// Legal name.
    async fn legal_name(&self) -> &BilingualText {
        &self.0.legal_name
    }

    /// What it does, in a few sentences.
    async fn summary(&self) -> &BilingualText {
        &self.0.summary
    }

    /// Tax or enterprise code.
    async fn tax_code(&self) -> Option<&str> {
        self.0.tax_code.as_deref()
    }

    /// Address on the web.
    async fn website(&self) -> Option<&str> {
        self.0.website.as_deref()
    }

    /// Province or city of its seat.
    async fn place(&self, gql: &Context<'_>) -> Option<Place> {
        ctx(gql)
            .app
            .gazetteer
            .get(self.0.place_id.as_deref()?)
            .cloned()
            .map(Place)
    }

    /// How far the alliance has verified it.
    async fn verification(&self) -> Verification {
        self.0.verification
    }

    /// True for demonstration data.
    async fn demonstration(&self) -> bool {
        self.0.demonstration
    }

    /// May post needs.
    async fn posts_needs(&self) -> bool {
        self.0.kind.posts_needs()
    }

    /// May post offers and propose.
    async fn posts_offers(&self) -> bool {
        self.0.kind.posts_offers()
    }

    /// Since when the alliance keeps it out of sight; null while it does not.
    async fn suspended_at(&self) -> Option<DateTime<Utc>> {
        self.0.suspended_at
    }

    /// The organisation that it became part of.
    async fn merged_into(&self, gql: &Context<'_>) -> Result<Option<Organization>> {
        let Some(id) = self.0.merged_into_id else {
            return Ok(None);
        };
        Ok(Some(Organization(loaders(gql).organization(id).await?)))
    }

    /// When it came here.
    async fn created_at(&self) -> DateTime<Utc> {
        self.0.created_at
    }

    /// Members: to members of the organisation and staff; null to others.
    async fn members(&self, gql: &Context<'_>) -> Result<Option<Vec<Membership>>> {
        let ctx = ctx(gql);
        if !ctx.may(Action::ViewMembers(&self.0)) {
            return Ok(None);
        }
        let rows = store::members(ctx, self.0.id).await?;
        Ok(Some(rows.into_iter().map(Membership).collect()))
    }

    /// Its published needs, newest first; all of them to its members.
    async fn needs(
        &self,
        gql: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> Result<List<Need>> {
        let filter = crate::needs::store::Filter {
            organization_id: Some(self.0.id),
            ..Default::default()
        };
        let args = PageArgs {
            first,
            after,
            last,
            before,
        };
        crate::needs::store::list(ctx(gql), filter, args)
            .await?
            .connection::<Need>(gql)
            .await
    }

    /// Its published offers, newest first; all of them to its members.
    async fn offers(
        &self,
        gql: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> Result<List<Offer>> {
        let filter = crate::offers::store::Filter {
            organization_id: Some(self.0.id),
            ..Default::default()
        };
        let args = PageArgs {
            first,
            after,
            last,
            before,
        };
        crate::offers::store::list(ctx(gql), filter, args)
            .await?
            .connection::<Offer>(gql)
            .await
    }
}

impl Listed for Organization {
    type Row = super::Organization;

    fn of(row: Self::Row) -> Self {
        Self(row)
    }

    async fn fetch_ahead(_: &[&Self::Row], _: &Ahead<'_>, _: &Loaders) -> crate::error::Result<()> {
        Ok(())
    }
}

/// A person's place in an organisation.
pub struct Membership(pub super::Membership);

/// A person's place in an organisation.
#[Object]
impl Membership {
    /// Id.
    async fn id(&self) -> MembershipId {
        self.0.id
    }

    /// Organisation.
    async fn organization(&self, gql: &Context<'_>) -> Result<Organization> {
        loaders(gql)
            .organization(self.0.organization_id)
            .await
            .map(Organization)
            .map_err(Into::into)
    }

    /// Role.
    async fn role(&self) -> MembershipRole {
        self.0.role
    }

    /// Asked for, or in force.
    async fn status(&self) -> MembershipStatus {
        self.0.status
    }

    /// The person's name.
    async fn name(&self, gql: &Context<'_>) -> Result<String> {
        Ok(loaders(gql).user(self.0.user_id).await?.name)
    }
}

/// An organisation that is new here.
#[derive(InputObject)]
pub struct NewOrganizationInput {
    /// Kind.
    kind: OrganizationKind,
    /// Legal name; one language is enough.
    legal_name: BilingualTextInput,
    /// Tax or enterprise code: 10 digits, for a branch a dash and 3 more.
    tax_code: Option<String>,
    /// Province or city of its seat.
    place_id: Option<async_graphql::ID>,
    /// Address on the web.
    website: Option<String>,
}

impl From<NewOrganizationInput> for NewOrganization {
    fn from(input: NewOrganizationInput) -> Self {
        let given = |text: Option<String>| crate::text::clean_line(text);
        Self {
            kind: input.kind,
            legal_name: input.legal_name,
            summary: BilingualTextInput::default(),
            tax_code: given(input.tax_code),
            place_id: input.place_id.map(|id| id.0),
            website: given(input.website),
        }
    }
}

/// What a list of organisations is narrowed to.
#[derive(InputObject, Default)]
pub struct OrganizationFilter {
    /// Words of the name, with or without diacritics, or a tax code.
    query: Option<String>,
    /// Kinds.
    kinds: Option<Vec<OrganizationKind>>,
    /// Province or city of the seat.
    place_id: Option<async_graphql::ID>,
}

/// Names a membership.
#[derive(InputObject)]
pub struct MembershipIdInput {
    /// The membership.
    membership_id: MembershipId,
}

/// The membership after the change.
#[derive(SimpleObject)]
pub struct MembershipPayload {
    /// The membership.
    membership: Membership,
}

/// Questions about organisations.
#[derive(Default)]
pub struct OrganizationQuery;

#[Object]
impl OrganizationQuery {
    /// Organisations, newest first.
    async fn organizations(
        &self,
        gql: &Context<'_>,
        filter: Option<OrganizationFilter>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> Result<List<Organization>> {
        let filter = filter.unwrap_or_default();
        let filter = Filter {
            query: filter.query,
            kinds: filter.kinds.map(crate::postings::distinct),
            place_id: filter.place_id.map(|id| id.0),
        };
        let args = PageArgs {
            first,
            after,
            last,
            before,
        };
        store::list(ctx(gql), filter, args)
            .await?
            .connection::<Organization>(gql)
            .await
    }

    /// One organisation; of one that became part of another, the other.
    async fn organization(
        &self,
        gql: &Context<'_>,
        id: OrganizationId,
    ) -> Result<Option<Organization>> {
        let ctx = ctx(gql);
        let mut row = store::find(&ctx.app.db, id)
            .await?
            .ok_or_else(Error::not_found)?;
        if let Some(into) = row.merged_into_id {
            row = loaders(gql).organization(into).await?;
        }
        ctx.authorize(Action::ViewOrganization(&row))?;
        Ok(Some(Organization(row)))
    }
}

/// Changes to organisations.
#[derive(Default)]
pub struct OrganizationMutation;

#[Object]
impl OrganizationMutation {
    /// Lets a person in who asked to join; for the organisation's owners alone.
    async fn approve_membership(
        &self,
        gql: &Context<'_>,
        input: MembershipIdInput,
    ) -> Result<MembershipPayload> {
        let row = service::approve_membership(ctx(gql), input.membership_id).await?;
        Ok(MembershipPayload {
            membership: Membership(row),
        })
    }
}
