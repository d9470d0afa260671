//! Every query about addenda.

use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
    QueryOrder,
};

use super::entity::{Column, Entity, Model};
use crate::db::Txn;
use crate::error::Result;
use crate::ids::{AddendumId, NeedId};

/// Addenda to a need, the first first.
pub async fn of_need(db: &impl ConnectionTrait, need: NeedId) -> Result<Vec<Model>> {
    let query = Entity::find().filter(Column::NeedId.eq(need));
    Ok(query.order_by_asc(Column::Number).all(db).await?)
}

/// The addendum with this id.
pub async fn find(db: &impl ConnectionTrait, id: AddendumId) -> Result<Option<Model>> {
    Ok(Entity::find_by_id(id).one(db).await?)
}

/// Adds an addendum.
pub async fn insert(txn: &Txn, row: Model) -> Result<()> {
    let row = row.into_active_model().reset_all();
    Entity::insert(row).exec_without_returning(txn).await?;
    Ok(())
}
