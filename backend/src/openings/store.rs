//! Every query about openings.

use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
    QueryOrder, QuerySelect, QueryTrait,
};

use super::entity::{Column, Entity, Model};
use crate::db::{Txn, for_update};
use crate::error::Result;
use crate::ids::NeedId;
use crate::needs::{NeedStatus, entity as needs};

/// Most waiting openings that are listed.
const LISTED: u64 = 200;

/// The opening of a need, if its deadline has come.
pub async fn find(db: &impl ConnectionTrait, need: NeedId) -> Result<Option<Model>> {
    Ok(Entity::find_by_id(need).one(db).await?)
}

/// Openings of these needs.
pub async fn find_many(db: &impl ConnectionTrait, needs: &[NeedId]) -> Result<Vec<Model>> {
    let query = Entity::find().filter(Column::NeedId.is_in(needs.iter().copied()));
    Ok(query.all(db).await?)
}

/// As [`find`], locked until the transaction ends.
pub async fn lock(txn: &Txn, need: NeedId) -> Result<Option<Model>> {
    Ok(for_update(Entity::find_by_id(need), txn).one(txn).await?)
}

/// Openings that wait for somebody, the longest first.
pub async fn waiting(db: &impl ConnectionTrait) -> Result<Vec<Model>> {
    let closed = needs::Entity::find()
        .select_only()
        .column(needs::Column::Id)
        .filter(needs::Column::Status.eq(NeedStatus::Closed))
        .into_query();
    let query = Entity::find()
        .filter(Column::CompletedAt.is_null())
        .filter(Column::NeedId.in_subquery(closed))
        .order_by_asc(Column::CreatedAt)
        .order_by_asc(Column::NeedId)
        .limit(LISTED);
    Ok(query.all(db).await?)
}

/// Adds the opening of a need that closes.
pub async fn insert(txn: &Txn, row: Model) -> Result<()> {
    let row = row.into_active_model().reset_all();
    Entity::insert(row).exec_without_returning(txn).await?;
    Ok(())
}

/// Saves an opening that the caller has locked.
pub async fn update(txn: &Txn, row: Model) -> Result<()> {
    Entity::update_many()
        .filter(Column::NeedId.eq(row.need_id))
        .set(row.into_active_model().reset_all())
        .exec(txn)
        .await?;
    Ok(())
}
