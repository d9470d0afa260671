//! Every query about jobs.

use chrono::{DateTime, Duration, Utc};
use sea_orm::sea_query::{Condition, Expr, LockBehavior, LockType};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbBackend, EntityTrait, IntoActiveModel,
    PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};

use super::entity::{Column, Entity, JobStatus, Model};
use crate::db::Txn;
use crate::error::Result;
use crate::ids::JobId;

/// Adds a job.
pub async fn insert(db: &impl ConnectionTrait, row: Model) -> Result<()> {
    Entity::insert(row.into_active_model().reset_all())
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Takes the next due job for a worker; `lease` is how long it may be silent.
///
/// Two workers never take the same one: PostgreSQL skips locked rows, SQLite's transaction is
/// IMMEDIATE. A job whose worker fell silent is due again.
pub async fn claim(txn: &Txn, now: DateTime<Utc>, lease: Duration) -> Result<Option<Model>> {
    let due = Condition::any()
        .add(
            Condition::all()
                .add(Column::Status.eq(JobStatus::Queued))
                .add(Column::RunAt.lte(now)),
        )
        .add(
            Condition::all()
                .add(Column::Status.eq(JobStatus::Running))
                .add(Column::LockedUntil.lt(now)),
        );
    let mut query = Entity::find()
        .filter(due)
        .order_by_asc(Column::RunAt)
        .order_by_asc(Column::Id)
        .limit(1);
    if txn.get_database_backend() == DbBackend::Postgres {
        query = query.lock_with_behavior(LockType::Update, LockBehavior::SkipLocked);
    }
    let Some(job) = query.one(txn).await? else {
        return Ok(None);
    };
    Entity::update_many()
        .col_expr(Column::Status, Expr::value(JobStatus::Running))
        .col_expr(Column::Attempts, Expr::value(job.attempts + 1))
        .col_expr(Column::LockedUntil, Expr::value(now + lease))
        .filter(Column::Id.eq(job.id))
        .exec(txn)
        .await?;
    Ok(Some(Model {
        attempts: job.attempts + 1,
        ..job
    }))
}

/// A job is over.
pub async fn finish(
    db: &impl ConnectionTrait,
    id: JobId,
    status: JobStatus,
    error: Option<String>,
    now: DateTime<Utc>,
) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::Status, Expr::value(status))
        .col_expr(Column::LastError, Expr::value(error))
        .col_expr(Column::LockedUntil, Expr::value(None::<DateTime<Utc>>))
        .col_expr(Column::FinishedAt, Expr::value(now))
        .filter(Column::Id.eq(id))
        .exec(db)
        .await?;
    Ok(())
}

/// A job is to be tried again.
pub async fn postpone(
    db: &impl ConnectionTrait,
    id: JobId,
    error: String,
    run_at: DateTime<Utc>,
) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::Status, Expr::value(JobStatus::Queued))
        .col_expr(Column::LastError, Expr::value(error))
        .col_expr(Column::LockedUntil, Expr::value(None::<DateTime<Utc>>))
        .col_expr(Column::RunAt, Expr::value(run_at))
        .filter(Column::Id.eq(id))
        .exec(db)
        .await?;
    Ok(())
}

/// True when there is a job of this kind with this payload.
pub async fn is_known(
    db: &impl ConnectionTrait,
    kind: &str,
    payload: &serde_json::Value,
) -> Result<bool> {
    // JSON is compared here: the two databases do not agree on when two are equal.
    let rows = Entity::find()
        .filter(Column::Kind.eq(kind))
        .order_by_desc(Column::Id)
        .limit(100)
        .all(db)
        .await?;
    Ok(rows.iter().any(|job| job.payload == *payload))
}

/// Removes the jobs that were done before a moment; those that were given up stay to be looked at.
pub async fn delete_done(db: &impl ConnectionTrait, before: DateTime<Utc>) -> Result<u64> {
    let deleted = Entity::delete_many()
        .filter(Column::Status.eq(JobStatus::Done))
        .filter(Column::FinishedAt.lt(before))
        .exec(db)
        .await?;
    Ok(deleted.rows_affected)
}

/// Number of jobs that are due at `now` or run.
pub async fn count_waiting(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<u64> {
    Ok(Entity::find()
        .filter(Column::Status.is_in([JobStatus::Queued, JobStatus::Running]))
        .filter(Column::RunAt.lte(now))
        .count(db)
        .await?)
}

/// Kinds of the jobs that are due at `now` or run, for a test's message.
pub async fn waiting_kinds(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<Vec<String>> {
    let rows = Entity::find()
        .filter(Column::Status.is_in([JobStatus::Queued, JobStatus::Running]))
        .filter(Column::RunAt.lte(now))
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|job| job.kind).collect())
}
