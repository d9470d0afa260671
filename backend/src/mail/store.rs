//! Every query about emails.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Condition, Expr, OnConflict};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
    QueryOrder, QuerySelect, QueryTrait,
};

use super::entity::{Column, EmailStatus, Entity, Model};
use crate::app::Ctx;
use crate::error::Result;
use crate::ids::{EmailId, UserId};
use crate::paging::{Order, Page, PageArgs, page};

/// Adds an email unless the same letter was posted to the same person before; true when added.
pub async fn insert_once(db: &impl ConnectionTrait, row: Model) -> Result<bool> {
    let insert = Entity::insert(row.into_active_model().reset_all())
        .on_conflict(
            OnConflict::column(Column::DedupeKey)
                .do_nothing()
                .to_owned(),
        )
        .into_query();
    Ok(db.execute(&insert).await?.rows_affected() == 1)
}

/// The email with this id.
pub async fn find(db: &impl ConnectionTrait, id: EmailId) -> Result<Option<Model>> {
    Ok(Entity::find_by_id(id).one(db).await?)
}

/// Writes down how a try ended.
pub async fn record_try(
    db: &impl ConnectionTrait,
    id: EmailId,
    status: EmailStatus,
    attempts: i32,
    answer: &str,
    sent_at: Option<DateTime<Utc>>,
) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::Status, Expr::value(status))
        .col_expr(Column::Attempts, Expr::value(attempts))
        .col_expr(Column::LastAnswer, Expr::value(answer))
        .col_expr(Column::SentAt, Expr::value(sent_at))
        .filter(Column::Id.eq(id))
        .exec(db)
        .await?;
    Ok(())
}

/// Removes the letters that a person was sent, also before there was an account.
pub async fn delete_of(db: &impl ConnectionTrait, user: UserId, address: &str) -> Result<()> {
    let own = Condition::any()
        .add(Column::UserId.eq(user))
        .add(Column::ToAddress.eq(address));
    Entity::delete_many().filter(own).exec(db).await?;
    Ok(())
}

/// Letters to an address that name no account are this person's.
pub async fn claim(db: &impl ConnectionTrait, user: UserId, address: &str) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::UserId, Expr::value(user))
        .filter(Column::UserId.is_null())
        .filter(Column::ToAddress.eq(address))
        .exec(db)
        .await?;
    Ok(())
}

/// Removes the last letters of accounts that were closed, when they were taken before a moment: nothing
/// else names these people any more.
pub async fn delete_last(db: &impl ConnectionTrait, before: DateTime<Utc>) -> Result<u64> {
    let deleted = Entity::delete_many()
        .filter(Column::Template.eq(LAST))
        .filter(Column::SentAt.lt(before))
        .exec(db)
        .await?;
    Ok(deleted.rows_affected)
}

/// The letter after which there is no account.
pub const LAST: &str = "account_closed";

/// Removes the letters that were taken before a moment.
pub async fn delete_sent(db: &impl ConnectionTrait, before: DateTime<Utc>) -> Result<u64> {
    let deleted = Entity::delete_many()
        .filter(Column::Status.eq(EmailStatus::Sent))
        .filter(Column::SentAt.lt(before))
        .exec(db)
        .await?;
    Ok(deleted.rows_affected)
}

/// The letters that a person was sent, oldest first.
pub async fn of_user(db: &impl ConnectionTrait, user: UserId) -> Result<Vec<Model>> {
    Ok(Entity::find()
        .filter(Column::UserId.eq(user))
        .order_by_asc(Column::Id)
        .all(db)
        .await?)
}

/// Letters that only their reader may know of: they would betray a sealed proposal, a draft, or who reported
/// something.
pub const SEALED: [&str; 14] = [
    "addendum_published",
    "answer_published",
    "consortium_answered",
    "consortium_invited",
    "consortium_left",
    "consortium_signed",
    "consortium_signoff",
    "need_completed",
    "need_opened",
    "need_to_complete",
    "proposal_receipt",
    "proposal_unopened",
    "question_answered",
    "report_decided",
];

/// Emails, newest first, without the sealed ones.
pub async fn list(ctx: &Ctx, status: Option<EmailStatus>, args: PageArgs) -> Result<Page<Model>> {
    let mut query = Entity::find().filter(Column::Template.is_not_in(SEALED));
    if let Some(status) = status {
        query = query.filter(Column::Status.eq(status));
    }
    let order = Order {
        column: Column::CreatedAt,
        id: Column::Id,
        descending: true,
    };
    page(&ctx.app.db, query, order, args, ctx.app.config.limits.page).await
}

/// The newest emails, for the development page.
pub async fn latest(db: &impl ConnectionTrait, most: u64) -> Result<Vec<Model>> {
    Ok(Entity::find()
        .order_by_desc(Column::Id)
        .limit(most)
        .all(db)
        .await?)
}
