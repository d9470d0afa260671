//! Every query about links.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Condition, Expr};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
    QueryOrder,
};

use super::entity::{Column, Entity, LinkKind, Model};
use crate::error::Result;
use crate::ids::{LinkId, UserId};

/// Adds a link.
pub async fn insert(db: &impl ConnectionTrait, row: Model) -> Result<()> {
    Entity::insert(row.into_active_model().reset_all())
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// The link with this id.
pub async fn find(db: &impl ConnectionTrait, id: LinkId) -> Result<Option<Model>> {
    Ok(Entity::find_by_id(id).one(db).await?)
}

/// A person's newest unused link of a kind.
pub async fn latest_of(
    db: &impl ConnectionTrait,
    kind: LinkKind,
    user: UserId,
) -> Result<Option<Model>> {
    Ok(Entity::find()
        .filter(Column::Kind.eq(kind))
        .filter(Column::UserId.eq(user))
        .filter(Column::UsedAt.is_null())
        .order_by_desc(Column::Id)
        .one(db)
        .await?)
}

/// Marks an unused link as used; true for the one who did it.
pub async fn set_used(db: &impl ConnectionTrait, id: LinkId, now: DateTime<Utc>) -> Result<bool> {
    let marked = Entity::update_many()
        .col_expr(Column::UsedAt, Expr::value(now))
        .filter(Column::Id.eq(id))
        .filter(Column::UsedAt.is_null())
        .exec(db)
        .await?;
    Ok(marked.rows_affected == 1)
}

/// Ends the unused links of one kind to one address: a newer one takes their place.
pub async fn supersede(
    db: &impl ConnectionTrait,
    kind: LinkKind,
    address: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::UsedAt, Expr::value(now))
        .filter(Column::Kind.eq(kind))
        .filter(Column::Address.eq(address))
        .filter(Column::UsedAt.is_null())
        .exec(db)
        .await?;
    Ok(())
}

/// Ends every unused link of a person.
pub async fn end_of(db: &impl ConnectionTrait, user: UserId, now: DateTime<Utc>) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::UsedAt, Expr::value(now))
        .filter(Column::UserId.eq(user))
        .filter(Column::UsedAt.is_null())
        .exec(db)
        .await?;
    Ok(())
}

/// Links to an address that name no account are this person's.
pub async fn claim(db: &impl ConnectionTrait, user: UserId, address: &str) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::UserId, Expr::value(user))
        .filter(Column::UserId.is_null())
        .filter(Column::Address.eq(address))
        .exec(db)
        .await?;
    Ok(())
}

/// Removes the links of a person, and those to her address.
pub async fn delete_of(db: &impl ConnectionTrait, user: UserId, address: &str) -> Result<()> {
    let own = Condition::any()
        .add(Column::UserId.eq(user))
        .add(Column::Address.eq(address));
    Entity::delete_many().filter(own).exec(db).await?;
    Ok(())
}

/// Removes links that ended long ago; their details are people's.
pub async fn delete_ended(db: &impl ConnectionTrait, before: DateTime<Utc>) -> Result<u64> {
    let deleted = Entity::delete_many()
        .filter(Column::ExpiresAt.lt(before))
        .exec(db)
        .await?;
    Ok(deleted.rows_affected)
}
