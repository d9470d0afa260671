//! Every query about rate limits.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
    QueryTrait,
};

use super::entity::{Column, Entity, Model};
use crate::db::{Txn, for_update};
use crate::error::Result;

/// The arrival of a bucket, locked until the transaction ends; none when it was never used.
pub async fn lock(txn: &Txn, key: &str, now: DateTime<Utc>) -> Result<Option<u64>> {
    let row = Model {
        key: key.to_owned(),
        arrival: 0,
        idle_at: now,
    };
    let insert = Entity::insert(row.into_active_model().reset_all())
        .on_conflict(OnConflict::column(Column::Key).do_nothing().to_owned())
        .into_query();
    txn.execute(&insert).await?;
    let row = for_update(Entity::find_by_id(key.to_owned()), txn)
        .one(txn)
        .await?;
    let arrival = row.map_or(0, |row| row.arrival);
    Ok(u64::try_from(arrival).ok().filter(|arrival| *arrival > 0))
}

/// Writes the next arrival.
pub async fn set(txn: &Txn, key: &str, arrival: u64) -> Result<()> {
    let arrival = i64::try_from(arrival).unwrap_or(i64::MAX);
    Entity::update_many()
        .col_expr(Column::Arrival, Expr::value(arrival))
        .col_expr(
            Column::IdleAt,
            Expr::value(DateTime::from_timestamp_nanos(arrival)),
        )
        .filter(Column::Key.eq(key))
        .exec(txn)
        .await?;
    Ok(())
}

/// Takes one act back.
pub async fn take_back(txn: &Txn, key: &str, nanos: i64) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::Arrival, Expr::col(Column::Arrival).sub(nanos))
        .filter(Column::Key.eq(key))
        .filter(Column::Arrival.gt(nanos))
        .exec(txn)
        .await?;
    Ok(())
}

/// Removes the buckets that are full again.
pub async fn delete_idle(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<u64> {
    let deleted = Entity::delete_many()
        .filter(Column::IdleAt.lt(now))
        .exec(db)
        .await?;
    Ok(deleted.rows_affected)
}
