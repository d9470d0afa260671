//! Audit records in the API.

use async_graphql::{Context, InputObject, Object};
use chrono::{DateTime, Utc};

use super::store::Filter;
use super::{REPORTED, entity, store};
use crate::graphql::{Result, ctx};
use crate::ids::{AuditId, UserId};
use crate::loaders::{Ahead, Listed, Loaders, loaders};
use crate::paging::{List, PageArgs};
use crate::policy::Action;

/// One decision or sign-in, as it was recorded.
pub struct AuditRecord(entity::Model);

impl AuditRecord {
    /// Who reported something is not told here.
    fn told(&self) -> bool {
        self.0.action != REPORTED
    }
}

/// One decision or sign-in, as it was recorded.
#[Object]
impl AuditRecord {
    /// Id.
    async fn id(&self) -> AuditId {
        self.0.id
    }

    /// Place in the chain: 1, 2, 3 … without gaps; null for what is older than the chain.
    async fn seq(&self) -> Option<i64> {
        self.0.seq
    }

    /// When.
    async fn at(&self) -> DateTime<Utc> {
        self.0.at
    }

    /// Who: a name, or system, anonymous; member for who reported something.
    async fn actor(&self, gql: &Context<'_>) -> Result<String> {
        match self.0.actor_id.filter(|_| self.told()) {
            Some(id) => Ok(loaders(gql).user(id).await?.name),
            None => Ok(self.0.actor.clone()),
        }
    }

    /// Whose account; null for the product, visitors, and who reported something.
    async fn actor_id(&self) -> Option<UserId> {
        self.0.actor_id.filter(|_| self.told())
    }

    /// As what: anonymous, member, staff, system.
    async fn actor_kind(&self) -> &str {
        &self.0.actor
    }

    /// What, such as need.published.
    async fn action(&self) -> &str {
        &self.0.action
    }

    /// To what kind of thing, such as need.
    async fn subject_kind(&self) -> &str {
        &self.0.subject_kind
    }

    /// To what: an id.
    async fn subject(&self) -> &str {
        &self.0.subject_id
    }

    /// More, as JSON.
    async fn detail(&self) -> &str {
        &self.0.detail
    }

    /// Network address that it came from; an IPv6 one stands for its /64.
    async fn address(&self) -> Option<&str> {
        self.0.address.as_deref().filter(|_| self.told())
    }

    /// SHA-256 over the record and the hash of the one before, in hexadecimal.
    async fn hash(&self) -> Option<&str> {
        self.0.hash.as_deref()
    }
}

impl Listed for AuditRecord {
    type Row = entity::Model;

    fn of(row: Self::Row) -> Self {
        Self(row)
    }

    async fn fetch_ahead(
        rows: &[&Self::Row],
        ahead: &Ahead<'_>,
        loaders: &Loaders,
    ) -> crate::error::Result<()> {
        if ahead.asks("actor") {
            loaders
                .fetch_users(rows.iter().filter_map(|row| row.actor_id))
                .await?;
        }
        Ok(())
    }
}

/// Something that the viewer did, or that was done about her account.
pub struct OwnRecord(entity::Model);

/// Something that the viewer did, or that was done about her account. By whom else is not told: of the
/// alliance's decisions the letter says it.
#[Object]
impl OwnRecord {
    /// Id.
    async fn id(&self) -> AuditId {
        self.0.id
    }

    /// When.
    async fn at(&self) -> DateTime<Utc> {
        self.0.at
    }

    /// What, such as session.opened.
    async fn action(&self) -> &str {
        &self.0.action
    }

    /// To what: an id; empty for nothing in particular.
    async fn subject(&self) -> &str {
        &self.0.subject_id
    }

    /// The viewer did it, signed in.
    async fn own_act(&self, gql: &Context<'_>) -> bool {
        self.by(gql)
    }

    /// Network address that it came from; null for what others did while signed in.
    async fn address(&self, gql: &Context<'_>) -> Option<&str> {
        // A sign-in, and one that failed, come from somebody who is not signed in yet.
        let told = self.by(gql) || self.0.actor_id.is_none();
        self.0.address.as_deref().filter(|_| told)
    }
}

impl OwnRecord {
    fn by(&self, gql: &Context<'_>) -> bool {
        self.0.actor_id.is_some() && self.0.actor_id == ctx(gql).viewer.user()
    }
}

impl Listed for OwnRecord {
    type Row = entity::Model;

    fn of(row: Self::Row) -> Self {
        Self(row)
    }

    async fn fetch_ahead(_: &[&Self::Row], _: &Ahead<'_>, _: &Loaders) -> crate::error::Result<()> {
        Ok(())
    }
}

/// What the audit records are narrowed to.
#[derive(InputObject, Default)]
pub struct AuditFilter {
    /// Of one person.
    actor: Option<UserId>,
    /// What, or how it begins: `session.` is every sign-in event.
    action: Option<String>,
    /// About one thing: its id.
    subject: Option<String>,
    /// Not before this moment.
    from: Option<DateTime<Utc>>,
    /// Before this moment.
    to: Option<DateTime<Utc>>,
}

/// Questions about the audit.
#[derive(Default)]
pub struct AuditQuery;

#[Object]
impl AuditQuery {
    /// Records of decisions and sign-ins, newest first; administrators only. What would betray a sealed
    /// proposal is not among them.
    async fn audit_records(
        &self,
        gql: &Context<'_>,
        filter: Option<AuditFilter>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> Result<List<AuditRecord>> {
        let ctx = ctx(gql);
        ctx.authorize(Action::ViewAudit)?;
        let filter = filter.unwrap_or_default();
        let filter = Filter {
            actor: filter.actor,
            action: filter.action,
            subject: filter.subject,
            from: filter.from,
            to: filter.to,
        };
        let args = PageArgs {
            first,
            after,
            last,
            before,
        };
        store::list(ctx, &filter, args)
            .await?
            .connection::<AuditRecord>(gql)
            .await
    }
}
