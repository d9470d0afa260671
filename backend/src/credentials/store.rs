//! Every query about credentials.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Condition, Expr, OnConflict};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait,
    QueryFilter, QueryOrder,
};

use super::entity::{passkey, password, recovery_code, totp};
use crate::db::is_unique_violation;
use crate::error::{Error, Result};
use crate::ids::{PasskeyId, UserId};
use crate::text::say;

/// A person's password.
pub async fn find_password(
    db: &impl ConnectionTrait,
    user: UserId,
) -> Result<Option<password::Model>> {
    Ok(password::Entity::find_by_id(user).one(db).await?)
}

/// Sets a person's password.
pub async fn set_password(db: &impl ConnectionTrait, row: password::Model) -> Result<()> {
    password::Entity::insert(row.into_active_model().reset_all())
        .on_conflict(
            OnConflict::column(password::Column::UserId)
                .update_columns([
                    password::Column::Hash,
                    password::Column::Alone,
                    password::Column::ChangedAt,
                ])
                .to_owned(),
        )
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// A person's authenticator app, begun or enabled.
pub async fn find_totp(db: &impl ConnectionTrait, user: UserId) -> Result<Option<totp::Model>> {
    Ok(totp::Entity::find_by_id(user).one(db).await?)
}

/// A person's authenticator app, if it proves anything.
pub async fn find_enabled_totp(
    db: &impl ConnectionTrait,
    user: UserId,
) -> Result<Option<totp::Model>> {
    Ok(find_totp(db, user)
        .await?
        .filter(|row| row.enabled_at.is_some()))
}

/// Puts an authenticator app in the place of one that was only begun.
pub async fn set_totp(db: &impl ConnectionTrait, row: totp::Model) -> Result<()> {
    delete_totp(db, row.user_id).await?;
    totp::Entity::insert(row.into_active_model().reset_all())
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Takes a code's time step; true for the first who brings it.
pub async fn take_step(
    db: &impl ConnectionTrait,
    user: UserId,
    step: i64,
    enabled_at: DateTime<Utc>,
) -> Result<bool> {
    let newer = Condition::any()
        .add(totp::Column::LastStep.is_null())
        .add(totp::Column::LastStep.lt(step));
    let taken = totp::Entity::update_many()
        .col_expr(totp::Column::LastStep, Expr::value(step))
        .col_expr(totp::Column::EnabledAt, Expr::value(enabled_at))
        .filter(totp::Column::UserId.eq(user))
        .filter(newer)
        .exec(db)
        .await?;
    Ok(taken.rows_affected == 1)
}

/// Removes a person's authenticator app.
pub async fn delete_totp(db: &impl ConnectionTrait, user: UserId) -> Result<()> {
    totp::Entity::delete_by_id(user).exec(db).await?;
    Ok(())
}

/// Puts fresh recovery codes in the place of all earlier ones.
pub async fn set_recovery_codes(
    db: &impl ConnectionTrait,
    user: UserId,
    rows: Vec<recovery_code::Model>,
) -> Result<()> {
    recovery_code::Entity::delete_many()
        .filter(recovery_code::Column::UserId.eq(user))
        .exec(db)
        .await?;
    if rows.is_empty() {
        return Ok(());
    }
    let rows = rows
        .into_iter()
        .map(|row| row.into_active_model().reset_all());
    recovery_code::Entity::insert_many(rows)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Uses a recovery code up; true for the first who brings it.
pub async fn take_recovery_code(
    db: &impl ConnectionTrait,
    user: UserId,
    hash: &str,
    now: DateTime<Utc>,
) -> Result<bool> {
    let taken = recovery_code::Entity::update_many()
        .col_expr(recovery_code::Column::UsedAt, Expr::value(now))
        .filter(recovery_code::Column::UserId.eq(user))
        .filter(recovery_code::Column::CodeHash.eq(hash))
        .filter(recovery_code::Column::UsedAt.is_null())
        .exec(db)
        .await?;
    Ok(taken.rows_affected == 1)
}

/// Number of a person's recovery codes that are still good.
pub async fn count_recovery_codes(db: &impl ConnectionTrait, user: UserId) -> Result<u64> {
    Ok(recovery_code::Entity::find()
        .filter(recovery_code::Column::UserId.eq(user))
        .filter(recovery_code::Column::UsedAt.is_null())
        .count(db)
        .await?)
}

/// A person's passkeys, oldest first.
pub async fn passkeys_of(db: &impl ConnectionTrait, user: UserId) -> Result<Vec<passkey::Model>> {
    Ok(passkey::Entity::find()
        .filter(passkey::Column::UserId.eq(user))
        .order_by_asc(passkey::Column::Id)
        .all(db)
        .await?)
}

/// The passkey of this name and person.
pub async fn find_passkey(
    db: &impl ConnectionTrait,
    user: UserId,
    credential_id: &str,
) -> Result<Option<passkey::Model>> {
    Ok(passkey::Entity::find()
        .filter(passkey::Column::CredentialId.eq(credential_id))
        .filter(passkey::Column::UserId.eq(user))
        .one(db)
        .await?)
}

/// Adds a passkey; an authenticator's name for it is unique in the world.
pub async fn insert_passkey(db: &impl ConnectionTrait, row: passkey::Model) -> Result<()> {
    match passkey::Entity::insert(row.into_active_model().reset_all())
        .exec_without_returning(db)
        .await
    {
        Ok(_) => Ok(()),
        Err(error) if is_unique_violation(&error) => Err(Error::conflict(say(
            "Khóa truy cập này đã được thêm.",
            "This passkey was added already.",
        ))),
        Err(error) => Err(error.into()),
    }
}

/// Writes down that a passkey signed, with its new counter.
pub async fn use_passkey(
    db: &impl ConnectionTrait,
    row: &passkey::Model,
    now: DateTime<Utc>,
) -> Result<()> {
    passkey::Entity::update_many()
        .col_expr(
            passkey::Column::Credential,
            Expr::value(row.credential.clone()),
        )
        .col_expr(passkey::Column::LastUsedAt, Expr::value(now))
        .filter(passkey::Column::Id.eq(row.id))
        .exec(db)
        .await?;
    Ok(())
}

/// Gives one of a person's passkeys another name; false when there is none.
pub async fn rename_passkey(
    db: &impl ConnectionTrait,
    user: UserId,
    id: PasskeyId,
    name: &str,
) -> Result<bool> {
    let renamed = passkey::Entity::update_many()
        .col_expr(passkey::Column::Name, Expr::value(name))
        .filter(passkey::Column::Id.eq(id))
        .filter(passkey::Column::UserId.eq(user))
        .exec(db)
        .await?;
    Ok(renamed.rows_affected == 1)
}

/// Removes one of a person's passkeys; false when there is none.
pub async fn delete_passkey(
    db: &impl ConnectionTrait,
    user: UserId,
    id: PasskeyId,
) -> Result<bool> {
    let deleted = passkey::Entity::delete_many()
        .filter(passkey::Column::Id.eq(id))
        .filter(passkey::Column::UserId.eq(user))
        .exec(db)
        .await?;
    Ok(deleted.rows_affected == 1)
}

/// True when a person has a second factor: an authenticator app or a passkey.
pub async fn has_second_factor(db: &impl ConnectionTrait, user: UserId) -> Result<bool> {
    Ok(find_enabled_totp(db, user).await?.is_some() || !passkeys_of(db, user).await?.is_empty())
}

/// Removes everything by which a person proved who she is.
pub async fn delete_all(db: &impl ConnectionTrait, user: UserId) -> Result<()> {
    password::Entity::delete_by_id(user).exec(db).await?;
    delete_totp(db, user).await?;
    set_recovery_codes(db, user, Vec::new()).await?;
    passkey::Entity::delete_many()
        .filter(passkey::Column::UserId.eq(user))
        .exec(db)
        .await?;
    Ok(())
}
