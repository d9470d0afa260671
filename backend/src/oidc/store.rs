//! Every query about accounts at other providers.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
};

use super::entity::{Column, Entity, Model};
use crate::error::Result;
use crate::ids::{OidcIdentityId, UserId};

/// Who a provider's person is here.
pub async fn find(db: &impl ConnectionTrait, issuer: &str, subject: &str) -> Result<Option<Model>> {
    Ok(Entity::find()
        .filter(Column::Issuer.eq(issuer))
        .filter(Column::Subject.eq(subject))
        .one(db)
        .await?)
}

/// A person's accounts at providers.
pub async fn of_user(db: &impl ConnectionTrait, user: UserId) -> Result<Vec<Model>> {
    Ok(Entity::find()
        .filter(Column::UserId.eq(user))
        .all(db)
        .await?)
}

/// Links an account.
pub async fn insert(db: &impl ConnectionTrait, row: Model) -> Result<()> {
    Entity::insert(row.into_active_model().reset_all())
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Signed in once more.
pub async fn use_identity(
    db: &impl ConnectionTrait,
    id: OidcIdentityId,
    now: DateTime<Utc>,
) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::LastUsedAt, Expr::value(now))
        .filter(Column::Id.eq(id))
        .exec(db)
        .await?;
    Ok(())
}

/// Unlinks a person's accounts.
pub async fn delete_of(db: &impl ConnectionTrait, user: UserId) -> Result<()> {
    Entity::delete_many()
        .filter(Column::UserId.eq(user))
        .exec(db)
        .await?;
    Ok(())
}
