//! Every query about editions of the taxonomy.

use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait,
    QueryFilter, QueryOrder,
};

use super::entity::{Column, Entity, Model};
use crate::db::for_update;
use crate::error::{Error, Result};
use crate::ids::TaxonomyEditionId;

/// The edition that the engine uses; none: the built-in one.
pub async fn adopted(db: &impl ConnectionTrait) -> Result<Option<Model>> {
    Ok(Entity::find()
        .filter(Column::AdoptedAt.is_not_null())
        .order_by_desc(Column::AdoptedAt)
        .one(db)
        .await?)
}

/// Every edition, the newest first.
pub async fn all(db: &impl ConnectionTrait) -> Result<Vec<Model>> {
    Ok(Entity::find().order_by_desc(Column::Id).all(db).await?)
}

/// How many there are.
pub async fn count(db: &impl ConnectionTrait) -> Result<u64> {
    Ok(Entity::find().count(db).await?)
}

/// The edition with this content.
pub async fn with_hash(db: &impl ConnectionTrait, hash: &str) -> Result<Option<Model>> {
    Ok(Entity::find()
        .filter(Column::ContentHash.eq(hash))
        .one(db)
        .await?)
}

/// The edition with this id, locked until the transaction ends.
pub async fn lock(db: &impl ConnectionTrait, id: TaxonomyEditionId) -> Result<Model> {
    for_update(Entity::find_by_id(id), db)
        .one(db)
        .await?
        .ok_or_else(Error::not_found)
}

/// Adds an edition.
pub async fn insert(db: &impl ConnectionTrait, row: Model) -> Result<()> {
    row.into_active_model().reset_all().insert(db).await?;
    Ok(())
}

/// No edition is used from now on; the built-in one is.
pub async fn retire_all(db: &impl ConnectionTrait) -> Result<()> {
    Entity::update_many()
        .col_expr(
            Column::AdoptedAt,
            Expr::value(None::<chrono::DateTime<chrono::Utc>>),
        )
        .col_expr(Column::AdoptedBy, Expr::value(None::<uuid::Uuid>))
        .filter(Column::AdoptedAt.is_not_null())
        .exec(db)
        .await?;
    Ok(())
}

/// Writes an edition back.
pub async fn update(db: &impl ConnectionTrait, row: Model) -> Result<()> {
    row.into_active_model().reset_all().update(db).await?;
    Ok(())
}
