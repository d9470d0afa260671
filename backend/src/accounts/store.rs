//! Every query about accounts.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
    QueryOrder, Set,
};

use super::User;
use super::entity::{ConsentPurpose, consent, email_change, user_account};
use crate::db::{Txn, for_update, is_unique_violation};
use crate::error::{Error, Result};
use crate::events::Event;
use crate::ids::{EmailChangeId, UserId};
use crate::text::say;

/// A person with this normalised address.
pub async fn find_by_email(db: &impl ConnectionTrait, normalized: &str) -> Result<Option<User>> {
    let query = user_account::Entity::find();
    Ok(query
        .filter(user_account::Column::EmailNormalized.eq(normalized))
        .one(db)
        .await?)
}

/// The person with this id.
pub async fn find(db: &impl ConnectionTrait, id: UserId) -> Result<Option<User>> {
    Ok(user_account::Entity::find_by_id(id).one(db).await?)
}

/// The person with this id, locked until the transaction ends.
pub async fn lock(db: &impl ConnectionTrait, id: UserId) -> Result<Option<User>> {
    Ok(for_update(user_account::Entity::find_by_id(id), db)
        .one(db)
        .await?)
}

/// The people with these ids.
pub async fn find_many(db: &impl ConnectionTrait, ids: &[UserId]) -> Result<Vec<User>> {
    let query = user_account::Entity::find();
    Ok(query
        .filter(user_account::Column::Id.is_in(ids.iter().copied()))
        .all(db)
        .await?)
}

/// Everybody with a staff role.
pub async fn staff(db: &impl ConnectionTrait) -> Result<Vec<User>> {
    let query = user_account::Entity::find();
    Ok(query
        .filter(user_account::Column::StaffRole.is_not_null())
        .all(db)
        .await?)
}

/// Adds a person; the address must be new.
pub async fn insert(db: &impl ConnectionTrait, user: User) -> Result<()> {
    let row = user.into_active_model().reset_all();
    match user_account::Entity::insert(row)
        .exec_without_returning(db)
        .await
    {
        Ok(_) => Ok(()),
        // Only who has just proven to own the address learns of it.
        Err(error) if is_unique_violation(&error) => Err(Error::conflict(say(
            "Địa chỉ email này vừa được dùng cho một tài khoản. Hãy đăng nhập.",
            "An account with this address was made in the meantime. Sign in.",
        ))),
        Err(error) => Err(error.into()),
    }
}

/// Saves a person as she is.
pub async fn update(txn: &Txn, user: User) -> Result<()> {
    let id = user.id;
    let row = user.into_active_model().reset_all();
    let saved = user_account::Entity::update_many()
        .set(row)
        .filter(user_account::Column::Id.eq(id))
        .exec(txn)
        .await;
    txn.publish(Event::ViewerChanged(id));
    match saved {
        Ok(_) => Ok(()),
        Err(error) if is_unique_violation(&error) => Err(Error::conflict(say(
            "Địa chỉ email này vừa được dùng cho một tài khoản khác.",
            "Another account took this address in the meantime.",
        ))),
        Err(error) => Err(error.into()),
    }
}

/// Saves name and language.
pub async fn update_profile(txn: &Txn, user: &User) -> Result<()> {
    let row = user_account::ActiveModel {
        id: Set(user.id),
        name: Set(user.name.clone()),
        locale: Set(user.locale),
        updated_at: Set(user.updated_at),
        ..Default::default()
    };
    row.update(txn).await?;
    txn.publish(Event::ViewerChanged(user.id));
    Ok(())
}

/// Adds a change of address; an earlier one that waits is given up.
pub async fn insert_email_change(
    db: &impl ConnectionTrait,
    row: email_change::Model,
) -> Result<()> {
    end_email_changes(db, row.user_id, row.created_at).await?;
    email_change::Entity::insert(row.into_active_model().reset_all())
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Gives up what a person's changes of address wait for.
pub async fn end_email_changes(
    db: &impl ConnectionTrait,
    user: UserId,
    now: DateTime<Utc>,
) -> Result<()> {
    email_change::Entity::update_many()
        .col_expr(email_change::Column::EndedAt, Expr::value(now))
        .filter(email_change::Column::UserId.eq(user))
        .filter(email_change::Column::EndedAt.is_null())
        .exec(db)
        .await?;
    Ok(())
}

/// The change of address with this id.
pub async fn find_email_change(
    db: &impl ConnectionTrait,
    id: EmailChangeId,
) -> Result<Option<email_change::Model>> {
    Ok(email_change::Entity::find_by_id(id).one(db).await?)
}

/// A person's change of address that waits.
pub async fn waiting_email_change(
    db: &impl ConnectionTrait,
    user: UserId,
    now: DateTime<Utc>,
) -> Result<Option<email_change::Model>> {
    Ok(email_change::Entity::find()
        .filter(email_change::Column::UserId.eq(user))
        .filter(email_change::Column::EndedAt.is_null())
        .filter(email_change::Column::ExpiresAt.gt(now))
        .order_by_desc(email_change::Column::Id)
        .one(db)
        .await?)
}

/// A person's changes of address, oldest first.
pub async fn email_changes_of(
    db: &impl ConnectionTrait,
    user: UserId,
) -> Result<Vec<email_change::Model>> {
    Ok(email_change::Entity::find()
        .filter(email_change::Column::UserId.eq(user))
        .order_by_asc(email_change::Column::Id)
        .all(db)
        .await?)
}

/// Saves a change of address.
pub async fn update_email_change(
    db: &impl ConnectionTrait,
    row: email_change::Model,
) -> Result<()> {
    let id = row.id;
    let row = row.into_active_model().reset_all();
    email_change::Entity::update_many()
        .set(row)
        .filter(email_change::Column::Id.eq(id))
        .exec(db)
        .await?;
    Ok(())
}

/// Removes a person's changes of address.
pub async fn delete_email_changes(db: &impl ConnectionTrait, user: UserId) -> Result<()> {
    email_change::Entity::delete_many()
        .filter(email_change::Column::UserId.eq(user))
        .exec(db)
        .await?;
    Ok(())
}

/// Everything a person agreed to, withdrawn or not, oldest first.
pub async fn consents_of(db: &impl ConnectionTrait, user: UserId) -> Result<Vec<consent::Model>> {
    Ok(consent::Entity::find()
        .filter(consent::Column::UserId.eq(user))
        .order_by_asc(consent::Column::Id)
        .all(db)
        .await?)
}

/// True while a person agrees to a purpose.
pub async fn agrees(
    db: &impl ConnectionTrait,
    user: UserId,
    purpose: ConsentPurpose,
) -> Result<bool> {
    let given = consent::Entity::find()
        .filter(consent::Column::UserId.eq(user))
        .filter(consent::Column::Purpose.eq(purpose))
        .filter(consent::Column::WithdrawnAt.is_null());
    Ok(given.one(db).await?.is_some())
}

/// Everybody who agrees to a purpose and has an open account.
pub async fn who_agree(db: &impl ConnectionTrait, purpose: ConsentPurpose) -> Result<Vec<User>> {
    let given = consent::Entity::find()
        .filter(consent::Column::Purpose.eq(purpose))
        .filter(consent::Column::WithdrawnAt.is_null())
        .all(db)
        .await?;
    let ids: Vec<UserId> = given.iter().map(|consent| consent.user_id).collect();
    let mut people = find_many(db, &ids).await?;
    people.retain(User::is_open);
    people.sort_by_key(|user| user.id);
    Ok(people)
}

/// Adds a consent.
pub async fn insert_consent(db: &impl ConnectionTrait, row: consent::Model) -> Result<()> {
    consent::Entity::insert(row.into_active_model().reset_all())
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Withdraws a person's consent to a purpose, or to all; says how many.
pub async fn withdraw(
    db: &impl ConnectionTrait,
    user: UserId,
    purpose: Option<ConsentPurpose>,
    now: DateTime<Utc>,
) -> Result<u64> {
    let mut query = consent::Entity::update_many()
        .col_expr(consent::Column::WithdrawnAt, Expr::value(now))
        .filter(consent::Column::UserId.eq(user))
        .filter(consent::Column::WithdrawnAt.is_null());
    if let Some(purpose) = purpose {
        query = query.filter(consent::Column::Purpose.eq(purpose));
    }
    Ok(query.exec(db).await?.rows_affected)
}
