//! Every query about files.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait,
    QueryFilter, QueryOrder, QueryTrait,
};

use super::entity::{Column, Entity, FileOwner, Model, Purpose, content};
use crate::error::Result;
use crate::ids::{FileId, OrganizationId, UserId};

/// The file with this id.
pub async fn find(db: &impl ConnectionTrait, id: FileId) -> Result<Option<Model>> {
    Ok(Entity::find_by_id(id).one(db).await?)
}

/// The files with these ids, in the order of their upload.
pub async fn find_many(db: &impl ConnectionTrait, ids: &[FileId]) -> Result<Vec<Model>> {
    Ok(Entity::find()
        .filter(Column::Id.is_in(ids.iter().copied()))
        .order_by_asc(Column::Id)
        .all(db)
        .await?)
}

/// Files that a person uploaded, oldest first.
pub async fn of_user(db: &impl ConnectionTrait, user: UserId) -> Result<Vec<Model>> {
    Ok(Entity::find()
        .filter(Column::UploadedBy.eq(user))
        .order_by_asc(Column::Id)
        .all(db)
        .await?)
}

/// Adds a file; its content must be there.
pub async fn insert(db: &impl ConnectionTrait, row: Model) -> Result<()> {
    Entity::insert(row.into_active_model().reset_all())
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Adds a content, unless it is there.
pub async fn insert_content(db: &impl ConnectionTrait, row: content::Model) -> Result<()> {
    let insert = content::Entity::insert(row.into_active_model().reset_all())
        .on_conflict(
            OnConflict::column(content::Column::Sha256)
                .do_nothing()
                .to_owned(),
        )
        .into_query();
    db.execute(&insert).await?;
    Ok(())
}

/// True when a content has a row.
pub async fn has_content(db: &impl ConnectionTrait, sha256: &str) -> Result<bool> {
    Ok(content::Entity::find_by_id(sha256).one(db).await?.is_some())
}

/// Files of an owner that nothing refers to yet.
pub async fn count_waiting(db: &impl ConnectionTrait, owner: FileOwner) -> Result<u64> {
    let (kind, id) = owner.columns();
    Ok(Entity::find()
        .filter(Column::OwnerKind.eq(kind))
        .filter(Column::OwnerId.eq(id))
        .filter(Column::AttachedAt.is_null())
        .count(db)
        .await?)
}

/// Marks files of an owner and purpose as referred to; true when all of them were there.
///
/// With `again`, one that is referred to already counts too.
pub async fn attach(
    db: &impl ConnectionTrait,
    ids: &[FileId],
    (owner, purpose): (FileOwner, Purpose),
    again: bool,
    now: DateTime<Utc>,
) -> Result<bool> {
    let (kind, id) = owner.columns();
    let mut query = Entity::update_many()
        .col_expr(Column::AttachedAt, Expr::value(now))
        .filter(Column::Id.is_in(ids.iter().copied()))
        .filter(Column::OwnerKind.eq(kind))
        .filter(Column::OwnerId.eq(id))
        .filter(Column::Purpose.eq(purpose));
    if !again {
        query = query.filter(Column::AttachedAt.is_null());
    }
    Ok(query.exec(db).await?.rows_affected == ids.len() as u64)
}

/// Marks a file as no longer referred to.
pub async fn detach(db: &impl ConnectionTrait, id: FileId) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::AttachedAt, Expr::value(None::<DateTime<Utc>>))
        .filter(Column::Id.eq(id))
        .exec(db)
        .await?;
    Ok(())
}

/// Removes a file that nothing refers to; true when it did.
pub async fn delete_waiting(db: &impl ConnectionTrait, id: FileId) -> Result<bool> {
    let deleted = Entity::delete_many()
        .filter(Column::Id.eq(id))
        .filter(Column::AttachedAt.is_null())
        .exec(db)
        .await?;
    Ok(deleted.rows_affected == 1)
}

/// Removes a content's row if no file holds it; true when it did.
pub async fn delete_unheld(db: &impl ConnectionTrait, sha256: &str) -> Result<bool> {
    let held = Entity::find()
        .filter(Column::Sha256.eq(sha256))
        .count(db)
        .await?;
    if held > 0 {
        return Ok(false);
    }
    content::Entity::delete_by_id(sha256).exec(db).await?;
    Ok(true)
}

/// Gives one organisation's files to another.
pub async fn move_to(
    db: &impl ConnectionTrait,
    from: OrganizationId,
    into: OrganizationId,
) -> Result<()> {
    let (kind, id) = FileOwner::Organization(from).columns();
    Entity::update_many()
        .col_expr(Column::OwnerId, Expr::value(into))
        .filter(Column::OwnerKind.eq(kind))
        .filter(Column::OwnerId.eq(id))
        .exec(db)
        .await?;
    Ok(())
}
