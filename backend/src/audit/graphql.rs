//! Audit records in the API.

use async_graphql::{Context, Object};
use chrono::{DateTime, Utc};

use super::{entity, store};
use crate::graphql::{Result, ctx};
use crate::ids::AuditId;
use crate::loaders::{Ahead, Listed, Loaders, loaders};
use crate::paging::{List, PageArgs};
use crate::policy::Action;

/// One decision or sign-in, as it was recorded.
pub struct AuditRecord(entity::Model);

/// One decision or sign-in, as it was recorded.
#[Object]
impl AuditRecord {
    /// Id.
    async fn id(&self) -> AuditId {
        self.0.id
    }

    /// When.
    async fn at(&self) -> DateTime<Utc> {
        self.0.at
    }

    /// Who: a name, or `system`, `anonymous`.
    async fn actor(&self, gql: &Context<'_>) -> Result<String> {
        match self.0.actor_id {
            Some(id) => Ok(loaders(gql).user(id).await?.name),
            None => Ok(self.0.actor.clone()),
        }
    }

    /// What, such as need.published.
    async fn action(&self) -> &str {
        &self.0.action
    }

    /// To what: an id.
    async fn subject(&self) -> &str {
        &self.0.subject_id
    }

    /// More, as JSON.
    async fn detail(&self) -> String {
        self.0.detail.to_string()
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

/// Questions about the audit.
#[derive(Default)]
pub struct AuditQuery;

#[Object]
impl AuditQuery {
    /// Records of decisions and sign-ins, newest first; administrators only.
    async fn audit_records(
        &self,
        gql: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> Result<List<AuditRecord>> {
        let ctx = ctx(gql);
        ctx.authorize(Action::ViewAudit)?;
        let args = PageArgs {
            first,
            after,
            last,
            before,
        };
        store::list(ctx, args)
            .await?
            .connection::<AuditRecord>(gql)
            .await
    }
}
