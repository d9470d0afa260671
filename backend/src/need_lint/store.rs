//! Every query about justifications.

use std::collections::HashMap;

use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
};

use super::entity::{Column, Entity, Model};
use crate::db::Txn;
use crate::error::Result;
use crate::ids::NeedId;

/// Justifications of a need, by the code of what they justify.
pub async fn answers(db: &impl ConnectionTrait, need: NeedId) -> Result<HashMap<String, String>> {
    let rows = Entity::find()
        .filter(Column::NeedId.eq(need))
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| (row.code, row.text)).collect())
}

/// Takes a justification away.
pub async fn delete(txn: &Txn, need: NeedId, code: &str) -> Result<()> {
    Entity::delete_by_id((need, code.to_owned()))
        .exec(txn)
        .await?;
    Ok(())
}

/// Puts a justification in place of the one that there may be; the need is locked.
pub async fn put(txn: &Txn, row: Model) -> Result<()> {
    delete(txn, row.need_id, &row.code).await?;
    Entity::insert(row.into_active_model().reset_all())
        .exec_without_returning(txn)
        .await?;
    Ok(())
}
