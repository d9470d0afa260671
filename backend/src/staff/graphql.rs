//! People and roles in the API, for administrators.

use async_graphql::{Context, InputObject, Object, SimpleObject};
use chrono::{DateTime, Utc};

use super::service;
use super::store::{self, Filter};
use crate::accounts::{StaffRole, User};
use crate::graphql::{Result, ctx};
use crate::ids::UserId;
use crate::loaders::{Ahead, Listed, Loaders, loaders};
use crate::organizations::graphql::Membership;
use crate::paging::{List, PageArgs};
use crate::policy::Action;
use crate::text::Locale;

/// A person with an account, as administrators see her.
pub struct Person(pub User);

/// A person with an account, as administrators see her.
#[Object]
impl Person {
    /// Id.
    async fn id(&self) -> UserId {
        self.0.id
    }

    /// Name as given.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// Address as typed.
    async fn email(&self) -> &str {
        &self.0.email
    }

    /// Language of emails.
    async fn locale(&self) -> Locale {
        self.0.locale
    }

    /// Role in the alliance's staff.
    async fn staff_role(&self) -> Option<StaffRole> {
        self.0.staff_role
    }

    /// Since when the alliance keeps her out; null while it does not.
    async fn suspended_at(&self) -> Option<DateTime<Utc>> {
        self.0.suspended_at
    }

    /// When the account was made.
    async fn created_at(&self) -> DateTime<Utc> {
        self.0.created_at
    }

    /// Organisations and roles, asked-for ones included.
    async fn memberships(&self, gql: &Context<'_>) -> Result<Vec<Membership>> {
        let rows = loaders(gql).memberships(self.0.id).await?;
        Ok(rows.into_iter().map(Membership).collect())
    }

    /// An authenticator app or a passkey is set up.
    async fn second_factor(&self, gql: &Context<'_>) -> Result<bool> {
        Ok(loaders(gql).presence(self.0.id).await?.second_factor)
    }

    /// When a session of hers was last used.
    async fn last_seen_at(&self, gql: &Context<'_>) -> Result<Option<DateTime<Utc>>> {
        Ok(loaders(gql).presence(self.0.id).await?.last_seen)
    }
}

impl Listed for Person {
    type Row = User;

    fn of(row: Self::Row) -> Self {
        Self(row)
    }

    async fn fetch_ahead(
        rows: &[&Self::Row],
        ahead: &Ahead<'_>,
        loaders: &Loaders,
    ) -> crate::error::Result<()> {
        let ids = || rows.iter().map(|row| row.id);
        if ahead.asks("memberships") {
            let rows = loaders.fetch_memberships(ids()).await?;
            if ahead.field("memberships").asks("organization") {
                loaders
                    .fetch_organizations(rows.iter().map(|row| row.organization_id))
                    .await?;
            }
            if ahead.field("memberships").asks("name") {
                loaders.fetch_users(ids()).await?;
            }
        }
        if ahead.asks("secondFactor") || ahead.asks("lastSeenAt") {
            loaders.fetch_presences(ids()).await?;
        }
        Ok(())
    }
}

/// What the people are narrowed to.
#[derive(InputObject, Default)]
pub struct PersonFilter {
    /// Words of the name or the address.
    query: Option<String>,
    /// With this role in the alliance's staff.
    role: Option<StaffRole>,
    /// With any role (true) or none (false).
    staff: Option<bool>,
    /// Suspended (true) or not (false).
    suspended: Option<bool>,
}

/// A role to be given or taken away.
#[derive(InputObject)]
pub struct SetStaffRoleInput {
    /// Whose; not one's own.
    user_id: UserId,
    /// The role; null takes it away.
    role: Option<StaffRole>,
    /// Why; it stands in the audit.
    reason: String,
}

/// The person after the change.
#[derive(SimpleObject)]
pub struct PersonPayload {
    /// The person.
    pub person: Person,
}

/// Questions about people.
#[derive(Default)]
pub struct StaffQuery;

#[Object]
impl StaffQuery {
    /// People with an account, newest first; administrators only.
    async fn people(
        &self,
        gql: &Context<'_>,
        filter: Option<PersonFilter>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> Result<List<Person>> {
        let ctx = ctx(gql);
        ctx.authorize(Action::AdministerPeople)?;
        let filter = filter.unwrap_or_default();
        let filter = Filter {
            query: filter.query,
            role: filter.role,
            staff: filter.staff,
            suspended: filter.suspended,
        };
        let args = PageArgs {
            first,
            after,
            last,
            before,
        };
        store::list(ctx, filter, args)
            .await?
            .connection::<Person>(gql)
            .await
    }
}

/// Changes to the alliance's staff.
#[derive(Default)]
pub struct StaffMutation;

#[Object]
impl StaffMutation {
    /// Gives a person a role in the alliance's staff or takes it away; administrators only, with a fresh
    /// proof of who they are.
    async fn set_staff_role(
        &self,
        gql: &Context<'_>,
        input: SetStaffRoleInput,
    ) -> Result<PersonPayload> {
        let user = service::set_role(ctx(gql), input.user_id, input.role, &input.reason).await?;
        Ok(PersonPayload {
            person: Person(user),
        })
    }
}
