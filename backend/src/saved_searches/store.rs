//! Every query about saved searches.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait,
    QueryFilter, QueryOrder,
};

use super::entity::{Column, Entity, Frequency, Model};
use crate::db::for_update;
use crate::error::{Error, Result};
use crate::ids::{SavedSearchId, UserId};

/// A person's searches, the newest first.
pub async fn of_user(db: &impl ConnectionTrait, user: UserId) -> Result<Vec<Model>> {
    Ok(Entity::find()
        .filter(Column::UserId.eq(user))
        .order_by_desc(Column::Id)
        .all(db)
        .await?)
}

/// How many a person has.
pub async fn count_of(db: &impl ConnectionTrait, user: UserId) -> Result<u64> {
    Ok(Entity::find()
        .filter(Column::UserId.eq(user))
        .count(db)
        .await?)
}

/// The search with this id.
pub async fn find(db: &impl ConnectionTrait, id: SavedSearchId) -> Result<Option<Model>> {
    Ok(Entity::find_by_id(id).one(db).await?)
}

/// A person's own search, locked until the transaction ends; another's is not there.
pub async fn lock_own(db: &impl ConnectionTrait, id: SavedSearchId, user: UserId) -> Result<Model> {
    let query = Entity::find_by_id(id).filter(Column::UserId.eq(user));
    for_update(query, db)
        .one(db)
        .await?
        .ok_or_else(Error::not_found)
}

/// Those whose owners want to be told.
pub async fn alerting(db: &impl ConnectionTrait) -> Result<Vec<Model>> {
    Ok(Entity::find()
        .filter(Column::Frequency.ne(Frequency::Never))
        .order_by_asc(Column::Id)
        .all(db)
        .await?)
}

/// Adds a search.
pub async fn insert(db: &impl ConnectionTrait, row: Model) -> Result<()> {
    Entity::insert(row.into_active_model().reset_all())
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Saves a search.
pub async fn update(db: &impl ConnectionTrait, row: Model) -> Result<()> {
    let id = row.id;
    Entity::update_many()
        .set(row.into_active_model().reset_all())
        .filter(Column::Id.eq(id))
        .exec(db)
        .await?;
    Ok(())
}

/// Says until when a search was looked at; false if somebody else has looked further already.
pub async fn set_seen(
    db: &impl ConnectionTrait,
    id: SavedSearchId,
    until: DateTime<Utc>,
    alerted_at: Option<DateTime<Utc>>,
) -> Result<bool> {
    let mut change = Entity::update_many()
        .col_expr(Column::SeenUntil, Expr::value(until))
        .filter(Column::Id.eq(id))
        .filter(Column::SeenUntil.lt(until));
    if let Some(at) = alerted_at {
        change = change.col_expr(Column::AlertedAt, Expr::value(at));
    }
    Ok(change.exec(db).await?.rows_affected == 1)
}

/// Removes a search.
pub async fn delete(db: &impl ConnectionTrait, id: SavedSearchId) -> Result<()> {
    Entity::delete_by_id(id).exec(db).await?;
    Ok(())
}

/// Removes a person's searches.
pub async fn delete_of(db: &impl ConnectionTrait, user: UserId) -> Result<()> {
    Entity::delete_many()
        .filter(Column::UserId.eq(user))
        .exec(db)
        .await?;
    Ok(())
}
