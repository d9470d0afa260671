//! Every query about questions.

use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
    QueryOrder, QuerySelect,
};

use super::entity::{Column, Entity, Model};
use crate::db::{Txn, for_update};
use crate::error::{Error, Result};
use crate::ids::{NeedId, QuestionId, UserId};

/// Most questions of one need that are listed.
const LISTED: u64 = 300;

/// Questions about a need, oldest first.
pub async fn of_need(db: &impl ConnectionTrait, need: NeedId) -> Result<Vec<Model>> {
    let query = Entity::find()
        .filter(Column::NeedId.eq(need))
        .order_by_asc(Column::Id)
        .limit(LISTED);
    Ok(query.all(db).await?)
}

/// The question with this id.
pub async fn find(db: &impl ConnectionTrait, id: QuestionId) -> Result<Option<Model>> {
    Ok(Entity::find_by_id(id).one(db).await?)
}

/// As [`find`], locked until the transaction ends.
pub async fn lock(txn: &Txn, id: QuestionId) -> Result<Model> {
    let query = for_update(Entity::find_by_id(id), txn);
    query.one(txn).await?.ok_or_else(Error::not_found)
}

/// What a person asked, oldest first.
pub async fn of_person(db: &impl ConnectionTrait, user: UserId) -> Result<Vec<Model>> {
    let query = Entity::find().filter(Column::AskedBy.eq(user));
    Ok(query.order_by_asc(Column::Id).all(db).await?)
}

/// Adds a question.
pub async fn insert(txn: &Txn, row: Model) -> Result<()> {
    let row = row.into_active_model().reset_all();
    Entity::insert(row).exec_without_returning(txn).await?;
    Ok(())
}

/// Saves a question that the caller has locked; raises its version.
pub async fn update(txn: &Txn, mut row: Model) -> Result<Model> {
    row.version += 1;
    Entity::update_many()
        .filter(Column::Id.eq(row.id))
        .set(row.clone().into_active_model().reset_all())
        .exec(txn)
        .await?;
    Ok(row)
}
