//! Every query about audit records.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Condition, Expr, ExprTrait, LikeExpr};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, IntoActiveModel,
    QueryFilter, QueryOrder, QueryResult, QuerySelect, QueryTrait,
};

use super::chain::{BEGUN, Older, Place};
use super::entity::{Book, Column, Entity, Model, head};
use crate::app::Ctx;
use crate::db::for_update;
use crate::error::{Error, Result};
use crate::ids::{AuditId, UserId};
use crate::paging::{Order, Page, PageArgs, page};

/// Rows that are read at a time where all are.
const BATCH: u64 = 500;

/// Writes what a transaction has recorded to the ends of the chains.
///
/// It comes last in a transaction: from here on until the commit nobody else can write a record of the
/// same book, and nothing is waited for any more.
pub async fn append(db: &impl ConnectionTrait, records: Vec<Model>) -> Result<()> {
    // Always in this order, so that two transactions never wait for each other.
    for book in [Book::Open, Book::Sealed] {
        let new: Vec<_> = records.iter().filter(|row| row.book == book).collect();
        let Some(first) = new.first() else {
            continue;
        };
        let mut place = lock_head(db, book).await?;
        let mut rows = Vec::with_capacity(new.len());
        if place.seq == 0 {
            rows.extend(begun(db, first).await?.map(|row| place.chained(row)));
        }
        for row in new {
            rows.push(place.chained(row.clone()));
        }
        let rows = rows
            .into_iter()
            .map(|row| row.into_active_model().reset_all());
        Entity::insert_many(rows).exec_without_returning(db).await?;
        head::Entity::update_many()
            .col_expr(head::Column::Seq, Expr::value(place.seq))
            .col_expr(head::Column::Hash, Expr::value(place.hash))
            .filter(head::Column::Book.eq(book))
            .exec(db)
            .await?;
    }
    Ok(())
}

async fn lock_head(db: &impl ConnectionTrait, book: Book) -> Result<Place> {
    let row = for_update(head::Entity::find_by_id(book), db)
        .one(db)
        .await?;
    let row = row.ok_or_else(|| Error::internal("a book of the audit has no head"))?;
    Ok(Place {
        book,
        seq: row.seq,
        hash: row.hash,
    })
}

/// The first record of a chain that begins where there are records already.
async fn begun(db: &impl ConnectionTrait, first: &Model) -> Result<Option<Model>> {
    let older = older(db, first.book).await?;
    // One before the record that it precedes: ids are in order.
    let id = AuditId(uuid::Uuid::from_u128(
        first.id.0.as_u128().saturating_sub(1),
    ));
    Ok((older.count > 0).then(|| Model {
        id,
        actor_id: None,
        actor: "system".into(),
        action: BEGUN.into(),
        subject_kind: "nobody".into(),
        subject_id: String::new(),
        detail: older.detail(),
        address: None,
        session_id: None,
        ..first.clone()
    }))
}

/// The records of a book that are older than its chain.
pub async fn older(db: &impl ConnectionTrait, book: Book) -> Result<Older> {
    let mut older = Older::default();
    let mut last = AuditId(uuid::Uuid::nil());
    loop {
        let rows = Entity::find()
            .filter(Column::Book.eq(book))
            .filter(Column::Seq.is_null())
            .filter(Column::Id.gt(last))
            .order_by_asc(Column::Id)
            .limit(BATCH)
            .all(db)
            .await?;
        let Some(end) = rows.last() else {
            return Ok(older);
        };
        last = end.id;
        for row in &rows {
            older.add(row);
        }
    }
}

/// Where the chains end.
pub async fn heads(db: &impl ConnectionTrait) -> Result<Vec<Place>> {
    let rows = head::Entity::find()
        .order_by_asc(head::Column::Book)
        .all(db)
        .await?;
    let place = |row: head::Model| Place {
        book: row.book,
        seq: row.seq,
        hash: row.hash,
    };
    Ok(rows.into_iter().map(place).collect())
}

/// A record as it is read for a check: with its number even where the rest cannot be read.
pub struct Raw {
    /// Its number.
    pub seq: i64,
    /// Its id, where it can be read.
    pub id: Option<AuditId>,
    /// The record, where it can be read.
    pub row: Option<Model>,
}

/// The next records of a chain behind a number and an id.
pub async fn next_of_chain(
    db: &impl ConnectionTrait,
    book: Book,
    after: &Option<(i64, AuditId)>,
) -> Result<Vec<Raw>> {
    let mut query = Entity::find()
        .filter(Column::Book.eq(book))
        .filter(Column::Seq.is_not_null());
    if let Some((seq, id)) = after {
        let same = Condition::all()
            .add(Column::Seq.eq(*seq))
            .add(Column::Id.gt(*id));
        query = query.filter(Condition::any().add(Column::Seq.gt(*seq)).add(same));
    }
    let query = query
        .order_by_asc(Column::Seq)
        .order_by_asc(Column::Id)
        .limit(BATCH)
        .into_query();
    let rows = db.query_all(&query).await?;
    let raw = |row: &QueryResult| Raw {
        seq: row.try_get("", "seq").unwrap_or_default(),
        id: row.try_get("", "id").map(AuditId).ok(),
        row: Model::from_query_result(row, "").ok(),
    };
    Ok(rows.iter().map(raw).collect())
}

/// The hash that a record of a chain bears.
pub async fn hash_at(db: &impl ConnectionTrait, book: Book, seq: i64) -> Result<Option<String>> {
    let row = Entity::find()
        .filter(Column::Book.eq(book))
        .filter(Column::Seq.eq(seq))
        .one(db)
        .await?;
    Ok(row.and_then(|row| row.hash))
}

/// Characters of an action or an id that are looked at: none of ours has more.
const TEXT_MAX: usize = 100;

/// Moments that both databases know: 1970 to 9999.
fn known(at: DateTime<Utc>) -> DateTime<Utc> {
    let last = DateTime::from_timestamp(253_402_300_799, 0).unwrap_or(at);
    at.clamp(DateTime::UNIX_EPOCH, last)
}

/// What the records are narrowed to.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Of one person.
    pub actor: Option<UserId>,
    /// What, or how it begins: `session.` is every sign-in event.
    pub action: Option<String>,
    /// About one thing: its id.
    pub subject: Option<String>,
    /// Not before this moment.
    pub from: Option<DateTime<Utc>>,
    /// Before this moment.
    pub to: Option<DateTime<Utc>>,
}

impl Filter {
    /// The open book, narrowed.
    fn query(&self) -> sea_orm::Select<Entity> {
        let mut query = Entity::find().filter(Column::Book.eq(Book::Open));
        if let Some(actor) = self.actor {
            // Who reported something is between that person and who decides.
            query = query
                .filter(Column::ActorId.eq(actor))
                .filter(Column::Action.ne(super::REPORTED));
        }
        if let Some(action) = &self.action {
            // SQLite takes no pattern without end.
            let begun: String = action.chars().take(TEXT_MAX).collect();
            let escaped = begun
                .replace('\\', "\\\\")
                .replace('%', "\\%")
                .replace('_', "\\_");
            let like = LikeExpr::new(format!("{escaped}%")).escape('\\');
            query = query.filter(Expr::col(Column::Action).like(like));
        }
        if let Some(subject) = &self.subject {
            query = query.filter(Column::SubjectId.eq(subject.as_str()));
        }
        if let Some(from) = self.from {
            query = query.filter(Column::At.gte(known(from)));
        }
        if let Some(to) = self.to {
            query = query.filter(Column::At.lt(known(to)));
        }
        query
    }
}

fn newest_first() -> Order<Column> {
    Order {
        column: Column::At,
        id: Column::Id,
        descending: true,
    }
}

/// Records of the open book, newest first.
pub async fn list(ctx: &Ctx, filter: &Filter, args: PageArgs) -> Result<Page<Model>> {
    let most = ctx.app.config.limits.page;
    page(&ctx.app.db, filter.query(), newest_first(), args, most).await
}

/// The next records of the open book, oldest first, behind one that was read before.
pub async fn next(
    db: &impl ConnectionTrait,
    filter: &Filter,
    after: Option<&Model>,
) -> Result<Vec<Model>> {
    let mut query = filter.query();
    if let Some(row) = after {
        let same = Condition::all()
            .add(Column::At.eq(row.at))
            .add(Column::Id.gt(row.id));
        query = query.filter(Condition::any().add(Column::At.gt(row.at)).add(same));
    }
    Ok(query
        .order_by_asc(Column::At)
        .order_by_asc(Column::Id)
        .limit(BATCH)
        .all(db)
        .await?)
}

fn own(user: UserId) -> Condition {
    Condition::any()
        .add(Column::ActorId.eq(user))
        .add(Column::SubjectId.eq(user.to_string()))
}

/// What a person did, and what was done about her account, oldest first.
pub async fn of_user(db: &impl ConnectionTrait, user: UserId) -> Result<Vec<Model>> {
    Ok(Entity::find()
        .filter(own(user))
        .order_by_asc(Column::Id)
        .all(db)
        .await?)
}

/// As [`of_user`], a page of it, newest first.
pub async fn list_of_user(ctx: &Ctx, user: UserId, args: PageArgs) -> Result<Page<Model>> {
    let most = ctx.app.config.limits.page;
    let query = Entity::find().filter(own(user));
    page(&ctx.app.db, query, newest_first(), args, most).await
}
