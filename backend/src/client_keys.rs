//! The same click twice is one thing: a mutation that creates something takes a key that the
//! client made. The same key with the same body answers as before; with another body it is a
//! conflict.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{OnConflict, Query};
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::app::Ctx;
use crate::db::Txn;
use crate::error::{Error, ErrorCode, Result};
use crate::ids::{ClientKeyId, UserId, hex};
use crate::text::say;

/// A key that was used.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "client_key")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ClientKeyId,
    /// Whose.
    pub user_id: UserId,
    /// The key.
    #[sea_orm(column_type = "Text")]
    pub key: String,
    /// The mutation.
    #[sea_orm(column_type = "Text")]
    pub operation: String,
    /// SHA-256 of the body.
    #[sea_orm(column_type = "Text")]
    pub request_hash: String,
    /// What was created.
    pub subject_id: Uuid,
    /// When.
    pub created_at: DateTimeUtc,
}

/// None: neighbours are fetched by id (see `loaders`).
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// What a key says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claim {
    /// First time: create the thing under this id.
    Fresh(Uuid),
    /// Done before: this is what was created.
    Repeat(Uuid),
}

/// Claims a key for one creation; the loser of a race waits for the winner and repeats its answer.
pub async fn claim(
    ctx: &Ctx,
    txn: &Txn,
    user: UserId,
    operation: &str,
    key: &str,
    body: &impl Serialize,
) -> Result<Claim> {
    if !(8..=100).contains(&key.len()) || !key.bytes().all(|b| b.is_ascii_graphic()) {
        return Err(Error::field(
            "clientKey",
            ErrorCode::InvalidInput,
            say(
                "clientKey phải có 8 đến 100 ký tự ASCII không dấu cách, chẳng hạn một UUID.",
                "clientKey must be 8 to 100 ASCII characters without spaces, such as a UUID.",
            ),
        ));
    }
    let fresh = ctx.app.ids.next();
    let hash = hash(operation, body)?;
    let insert = Query::insert()
        .into_table(Entity)
        .columns([
            Column::Id,
            Column::UserId,
            Column::Key,
            Column::Operation,
            Column::RequestHash,
            Column::SubjectId,
            Column::CreatedAt,
        ])
        .values_panic([
            ctx.app.ids.next().into(),
            user.0.into(),
            key.into(),
            operation.into(),
            hash.clone().into(),
            fresh.into(),
            ctx.now().into(),
        ])
        .on_conflict(
            OnConflict::columns([Column::UserId, Column::Key])
                .do_nothing()
                .to_owned(),
        )
        .to_owned();
    if txn.execute(&insert).await?.rows_affected() == 1 {
        return Ok(Claim::Fresh(fresh));
    }
    let used = Entity::find()
        .filter(Column::UserId.eq(user))
        .filter(Column::Key.eq(key))
        .one(txn)
        .await?
        .ok_or_else(|| Error::internal("a client key that conflicts yet is not there"))?;
    if used.request_hash == hash {
        return Ok(Claim::Repeat(used.subject_id));
    }
    Err(Error::field(
        "clientKey",
        ErrorCode::Conflict,
        say(
            "clientKey này đã dùng cho một yêu cầu khác. Hãy tạo khóa mới.",
            "This clientKey was used for another request. Make a new one.",
        ),
    ))
}

/// Removes the keys that a person used.
pub async fn delete_of(txn: &Txn, user: UserId) -> Result<()> {
    Entity::delete_many()
        .filter(Column::UserId.eq(user))
        .exec(txn)
        .await?;
    Ok(())
}

/// Removes the keys that were used before a moment.
pub async fn delete_before(db: &impl ConnectionTrait, before: DateTimeUtc) -> Result<u64> {
    let deleted = Entity::delete_many()
        .filter(Column::CreatedAt.lt(before))
        .exec(db)
        .await?;
    Ok(deleted.rows_affected)
}

fn hash(operation: &str, body: &impl Serialize) -> Result<String> {
    let body = serde_json::to_vec(body).map_err(|e| Error::internal(e.to_string()))?;
    Ok(hex(&Sha256::new()
        .chain_update(operation)
        .chain_update([0])
        .chain_update(body)
        .finalize()))
}
