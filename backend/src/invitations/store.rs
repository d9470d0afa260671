//! Every query about invitations.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Condition, Expr};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait,
    QueryFilter, QueryOrder,
};

use super::entity::{Column, Entity, InvitationStatus, Model};
use crate::db::{for_update, is_unique_violation};
use crate::error::{Error, Result};
use crate::ids::{InvitationId, OrganizationId, UserId};
use crate::text::say;

/// The invitation with this id.
pub async fn find(db: &impl ConnectionTrait, id: InvitationId) -> Result<Option<Model>> {
    Ok(Entity::find_by_id(id).one(db).await?)
}

/// The invitation with this id, locked until the transaction ends.
pub async fn lock(db: &impl ConnectionTrait, id: InvitationId) -> Result<Model> {
    for_update(Entity::find_by_id(id), db)
        .one(db)
        .await?
        .ok_or_else(Error::not_found)
}

/// An organisation's invitations, newest first.
pub async fn of_organization(db: &impl ConnectionTrait, id: OrganizationId) -> Result<Vec<Model>> {
    Ok(Entity::find()
        .filter(Column::OrganizationId.eq(id))
        .order_by_desc(Column::Id)
        .all(db)
        .await?)
}

/// Invitations to an address that can be accepted now, newest first.
pub async fn good_for(
    db: &impl ConnectionTrait,
    normalized: &str,
    now: DateTime<Utc>,
) -> Result<Vec<Model>> {
    Ok(Entity::find()
        .filter(Column::EmailNormalized.eq(normalized))
        .filter(Column::Status.eq(InvitationStatus::Waiting))
        .filter(Column::ExpiresAt.gt(now))
        .order_by_desc(Column::Id)
        .all(db)
        .await?)
}

/// The last invitation of an organisation to an address, whatever became of it.
pub async fn last_to(
    db: &impl ConnectionTrait,
    organization: OrganizationId,
    normalized: &str,
) -> Result<Option<Model>> {
    Ok(Entity::find()
        .filter(Column::OrganizationId.eq(organization))
        .filter(Column::EmailNormalized.eq(normalized))
        .order_by_desc(Column::SentAt)
        .one(db)
        .await?)
}

/// Invitations of an organisation that can be accepted now.
pub async fn count_good(
    db: &impl ConnectionTrait,
    id: OrganizationId,
    now: DateTime<Utc>,
) -> Result<u64> {
    Ok(Entity::find()
        .filter(Column::OrganizationId.eq(id))
        .filter(Column::Status.eq(InvitationStatus::Waiting))
        .filter(Column::ExpiresAt.gt(now))
        .count(db)
        .await?)
}

/// Adds an invitation; one that waits per organisation and address.
pub async fn insert(db: &impl ConnectionTrait, row: Model) -> Result<()> {
    let row = row.into_active_model().reset_all();
    match Entity::insert(row).exec_without_returning(db).await {
        Ok(_) => Ok(()),
        Err(error) if is_unique_violation(&error) => Err(waits_already()),
        Err(error) => Err(error.into()),
    }
}

/// There is one to this address already.
pub fn waits_already() -> Error {
    Error::conflict(say(
        "Địa chỉ này đã được mời và chưa trả lời. Hãy gửi lại lời mời đó, hoặc thu hồi trước khi mời lại.",
        "This address is invited already and has not answered. Send that invitation again, or revoke it first.",
    ))
}

/// Saves an invitation that the caller has locked.
pub async fn update(db: &impl ConnectionTrait, row: Model) -> Result<()> {
    let id = row.id;
    Entity::update_many()
        .set(row.into_active_model().reset_all())
        .filter(Column::Id.eq(id))
        .exec(db)
        .await?;
    Ok(())
}

/// Ends an invitation that waits; true for the one who did it.
pub async fn end(
    db: &impl ConnectionTrait,
    id: InvitationId,
    status: InvitationStatus,
    now: DateTime<Utc>,
) -> Result<bool> {
    let ended = Entity::update_many()
        .col_expr(Column::Status, Expr::value(status))
        .col_expr(Column::LiveKey, Expr::value(None::<String>))
        .col_expr(Column::EndedAt, Expr::value(now))
        .filter(Column::Id.eq(id))
        .filter(Column::Status.eq(InvitationStatus::Waiting))
        .exec(db)
        .await?;
    Ok(ended.rows_affected == 1)
}

/// Ends an organisation's invitations that wait.
pub async fn end_all(
    db: &impl ConnectionTrait,
    organization: OrganizationId,
    now: DateTime<Utc>,
) -> Result<()> {
    let all = Condition::all().add(Column::OrganizationId.eq(organization));
    end_those(db, all, now).await
}

/// Ends those that a person sent for an organisation: she may no longer.
pub async fn end_by(
    db: &impl ConnectionTrait,
    organization: OrganizationId,
    user: UserId,
    now: DateTime<Utc>,
) -> Result<()> {
    let hers = Condition::all()
        .add(Column::OrganizationId.eq(organization))
        .add(Column::InvitedBy.eq(user));
    end_those(db, hers, now).await
}

async fn end_those(db: &impl ConnectionTrait, which: Condition, now: DateTime<Utc>) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::Status, Expr::value(InvitationStatus::Revoked))
        .col_expr(Column::LiveKey, Expr::value(None::<String>))
        .col_expr(Column::EndedAt, Expr::value(now))
        .filter(which)
        .filter(Column::Status.eq(InvitationStatus::Waiting))
        .exec(db)
        .await?;
    Ok(())
}

/// Removes an invitation.
pub async fn delete(db: &impl ConnectionTrait, id: InvitationId) -> Result<()> {
    Entity::delete_by_id(id).exec(db).await?;
    Ok(())
}

/// Removes the invitations to an address.
pub async fn delete_to(db: &impl ConnectionTrait, normalized: &str) -> Result<()> {
    Entity::delete_many()
        .filter(Column::EmailNormalized.eq(normalized))
        .exec(db)
        .await?;
    Ok(())
}

/// Invitations that a person sent, or that were sent to her address, oldest first.
pub async fn of_person(
    db: &impl ConnectionTrait,
    user: UserId,
    normalized: &str,
) -> Result<Vec<Model>> {
    let hers = Condition::any()
        .add(Column::InvitedBy.eq(user))
        .add(Column::EmailNormalized.eq(normalized));
    Ok(Entity::find()
        .filter(hers)
        .order_by_asc(Column::Id)
        .all(db)
        .await?)
}

/// Gives one organisation's invitations to another; those that wait end, for their letters name the
/// first.
pub async fn move_to(
    db: &impl ConnectionTrait,
    from: OrganizationId,
    into: OrganizationId,
    now: DateTime<Utc>,
) -> Result<()> {
    end_all(db, from, now).await?;
    Entity::update_many()
        .col_expr(Column::OrganizationId, Expr::value(into))
        .filter(Column::OrganizationId.eq(from))
        .exec(db)
        .await?;
    Ok(())
}
