//! Every query about people as administrators see them.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Func, LikeExpr, Query};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::accounts::entity::user_account::{Column, Entity};
use crate::accounts::{StaffRole, User};
use crate::app::Ctx;
use crate::credentials::entity::{passkey, totp};
use crate::db::for_update;
use crate::error::Result;
use crate::ids::UserId;
use crate::paging::{Order, Page, PageArgs, page};
use crate::sessions::entity::session;

/// Characters of a search that are looked at.
const QUERY_MAX: usize = 200;

/// What the people are narrowed to.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Words of the name or the address.
    pub query: Option<String>,
    /// With this role.
    pub role: Option<StaffRole>,
    /// With any role (true) or none (false).
    pub staff: Option<bool>,
    /// Suspended (true) or not (false).
    pub suspended: Option<bool>,
}

/// People with an account, newest first; closed accounts name nobody and are left out.
pub async fn list(ctx: &Ctx, filter: Filter, args: PageArgs) -> Result<Page<User>> {
    let mut query = Entity::find().filter(Column::ClosedAt.is_null());
    let words: String = filter
        .query
        .unwrap_or_default()
        .chars()
        .take(QUERY_MAX)
        .collect();
    for word in words.split_whitespace().take(10) {
        query = query.filter(names(word));
    }
    if let Some(role) = filter.role {
        query = query.filter(Column::StaffRole.eq(role));
    }
    match filter.staff {
        Some(true) => query = query.filter(Column::StaffRole.is_not_null()),
        Some(false) => query = query.filter(Column::StaffRole.is_null()),
        None => {}
    }
    match filter.suspended {
        Some(true) => query = query.filter(Column::SuspendedAt.is_not_null()),
        Some(false) => query = query.filter(Column::SuspendedAt.is_null()),
        None => {}
    }
    let order = Order {
        column: Column::CreatedAt,
        id: Column::Id,
        descending: true,
    };
    page(&ctx.app.db, query, order, args, ctx.app.config.limits.page).await
}

/// The word stands in the address, or as it is written in the name.
fn names(word: &str) -> Condition {
    let like = |text: &str| {
        let escaped = text
            .replace('\\', "\\\\")
            .replace('%', "\\%")
            .replace('_', "\\_");
        LikeExpr::new(format!("%{escaped}%")).escape('\\')
    };
    let lower = word.to_lowercase();
    let name = || Expr::col((Entity, Column::Name));
    Condition::any()
        .add(Expr::col((Entity, Column::EmailNormalized)).like(like(&lower)))
        .add(name().like(like(word)))
        .add(Expr::expr(Func::lower(name())).like(like(&lower)))
}

/// Those who may administer now, locked until the transaction ends.
pub async fn lock_administrators(db: &impl ConnectionTrait) -> Result<Vec<User>> {
    let query = Entity::find()
        .filter(Column::StaffRole.eq(StaffRole::Administrator))
        .filter(Column::SuspendedAt.is_null())
        .filter(Column::ClosedAt.is_null())
        .order_by_asc(Column::Id);
    Ok(for_update(query, db).all(db).await?)
}

/// What is known of how people sign in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Presence {
    /// An authenticator app or a passkey is set up.
    pub second_factor: bool,
    /// When a session was last used.
    pub last_seen: Option<DateTime<Utc>>,
}

/// What is known of how these people sign in: three statements.
pub async fn presences(
    db: &impl ConnectionTrait,
    ids: &[UserId],
) -> Result<HashMap<UserId, Presence>> {
    let mut found: HashMap<_, _> = ids.iter().map(|id| (*id, Presence::default())).collect();
    let apps = totp::Entity::find()
        .filter(totp::Column::UserId.is_in(ids.iter().copied()))
        .filter(totp::Column::EnabledAt.is_not_null())
        .all(db)
        .await?;
    let keys = passkey::Entity::find()
        .filter(passkey::Column::UserId.is_in(ids.iter().copied()))
        .all(db)
        .await?;
    let owners = apps.iter().map(|app| app.user_id);
    for id in owners.chain(keys.iter().map(|key| key.user_id)) {
        found.entry(id).or_default().second_factor = true;
    }
    let mut query = Query::select();
    query
        .column(session::Column::UserId)
        .expr_as(
            Func::max(Expr::col(session::Column::LastUsedAt)),
            "last_seen",
        )
        .from(session::Entity)
        .and_where(session::Column::UserId.is_in(ids.iter().copied()))
        .group_by_col(session::Column::UserId);
    for row in db.query_all(&query).await? {
        let id: uuid::Uuid = row.try_get("", "user_id")?;
        found.entry(UserId(id)).or_default().last_seen = row.try_get("", "last_seen")?;
    }
    Ok(found)
}
