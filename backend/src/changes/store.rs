//! Every query about the feed of changes.

use sea_orm::sea_query::{Condition, Expr, Query};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbBackend, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};

use super::Position;
use super::entity::{Column, Entity, Model, installation};
use crate::error::{Error, Result};

/// Which database this is.
pub async fn installation(db: &impl ConnectionTrait) -> Result<String> {
    let row = installation::Entity::find().one(db).await?;
    row.map(|row| row.id)
        .ok_or_else(|| Error::internal("the database has no name"))
}

/// Every transaction below this number is over.
pub async fn horizon(db: &impl ConnectionTrait) -> Result<i64> {
    if db.get_database_backend() != DbBackend::Postgres {
        // One writer at a time: what is there is there in order.
        return Ok(i64::MAX);
    }
    let now = "pg_snapshot_xmin(pg_current_snapshot())::text::bigint";
    let query = Query::select()
        .expr_as(Expr::cust(now), "horizon")
        .to_owned();
    let row = db.query_one(&query).await?;
    match row {
        Some(row) => Ok(row.try_get("", "horizon")?),
        None => Ok(0),
    }
}

/// Rows after a position, in order.
pub async fn after(
    db: &impl ConnectionTrait,
    position: Position,
    limit: u64,
) -> Result<Vec<Model>> {
    let later = Condition::any()
        .add(Column::TransactionId.gt(position.transaction))
        .add(
            Condition::all()
                .add(Column::TransactionId.eq(position.transaction))
                .add(Column::Seq.gt(position.seq)),
        );
    Ok(Entity::find()
        .filter(later)
        .order_by_asc(Column::TransactionId)
        .order_by_asc(Column::Seq)
        .limit(limit)
        .all(db)
        .await?)
}

/// Where whoever copies everything now has to read on from.
pub async fn settled(db: &impl ConnectionTrait) -> Result<Position> {
    let horizon = horizon(db).await?;
    let last = Entity::find()
        .filter(Column::TransactionId.lt(horizon))
        .order_by_desc(Column::TransactionId)
        .order_by_desc(Column::Seq)
        .limit(1)
        .one(db)
        .await?;
    Ok(last.map(|row| row.position()).unwrap_or_default())
}

/// The first row that is kept: whoever stands before it has missed some.
pub async fn first(db: &impl ConnectionTrait) -> Result<Option<i64>> {
    let first = Entity::find().order_by_asc(Column::Seq).limit(1);
    Ok(first.one(db).await?.map(|row| row.seq))
}

/// Removes all but the last rows; says how many went.
pub async fn keep_last(db: &impl ConnectionTrait, rows: i64) -> Result<u64> {
    let last = Entity::find().order_by_desc(Column::Seq).limit(1);
    let Some(last) = last.one(db).await? else {
        return Ok(0);
    };
    let gone = Entity::delete_many()
        .filter(Column::Seq.lte(last.seq - rows))
        .exec(db)
        .await?;
    Ok(gone.rows_affected)
}
