//! Every query about accounts and sessions.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, Set,
};

use super::entity::{refresh_token, session, user_account};
use crate::db::{for_update, is_unique_violation};
use crate::error::{Error, ErrorCode, Result};
use crate::ids::{SessionId, UserId};
use crate::organizations::{MembershipRole, MembershipStatus, membership};
use crate::text::say;

/// A person with this normalised address.
pub async fn find_by_email(
    db: &impl ConnectionTrait,
    normalized: &str,
) -> Result<Option<user_account::Model>> {
    let query = user_account::Entity::find();
    Ok(query
        .filter(user_account::Column::EmailNormalized.eq(normalized))
        .one(db)
        .await?)
}

/// The person with this id.
pub async fn find(db: &impl ConnectionTrait, id: UserId) -> Result<Option<user_account::Model>> {
    Ok(user_account::Entity::find_by_id(id).one(db).await?)
}

/// The people with these ids.
pub async fn find_many(
    db: &impl ConnectionTrait,
    ids: &[UserId],
) -> Result<Vec<user_account::Model>> {
    let query = user_account::Entity::find();
    Ok(query
        .filter(user_account::Column::Id.is_in(ids.iter().copied()))
        .all(db)
        .await?)
}

/// Everybody with a staff role.
pub async fn staff(db: &impl ConnectionTrait) -> Result<Vec<user_account::Model>> {
    let query = user_account::Entity::find();
    Ok(query
        .filter(user_account::Column::StaffRole.is_not_null())
        .all(db)
        .await?)
}

/// Adds a person; the address must be new.
pub async fn insert(db: &impl ConnectionTrait, user: user_account::Model) -> Result<()> {
    let row = user.into_active_model().reset_all();
    match user_account::Entity::insert(row)
        .exec_without_returning(db)
        .await
    {
        Ok(_) => Ok(()),
        Err(error) if is_unique_violation(&error) => Err(Error::field(
            "email",
            ErrorCode::EmailTaken,
            say(
                "Địa chỉ email này đã có tài khoản. Hãy đăng nhập.",
                "There is an account with this email address already. Sign in.",
            ),
        )),
        Err(error) => Err(error.into()),
    }
}

/// Saves name and language.
pub async fn update_profile(db: &impl ConnectionTrait, user: &user_account::Model) -> Result<()> {
    let row = user_account::ActiveModel {
        id: Set(user.id),
        name: Set(user.name.clone()),
        locale: Set(user.locale),
        updated_at: Set(user.updated_at),
        ..Default::default()
    };
    row.update(db).await?;
    Ok(())
}

/// Adds a signed-in device.
pub async fn insert_session(db: &impl ConnectionTrait, row: session::Model) -> Result<()> {
    session::Entity::insert(row.into_active_model().reset_all())
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Adds a refresh token.
pub async fn insert_refresh_token(
    db: &impl ConnectionTrait,
    row: refresh_token::Model,
) -> Result<()> {
    let row = row.into_active_model().reset_all();
    refresh_token::Entity::insert(row)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// The refresh token with this hash and its session, locked until the transaction ends.
pub async fn lock_refresh_token(
    db: &impl ConnectionTrait,
    hash: &str,
) -> Result<Option<(refresh_token::Model, session::Model)>> {
    let query = refresh_token::Entity::find().filter(refresh_token::Column::TokenHash.eq(hash));
    let Some(token) = query.one(db).await? else {
        return Ok(None);
    };
    // The session is what is locked: two tokens of one family must queue as well.
    let family = for_update(session::Entity::find_by_id(token.session_id), db)
        .one(db)
        .await?;
    let token = refresh_token::Entity::find_by_id(token.id).one(db).await?;
    Ok(token.zip(family))
}

/// Marks a refresh token as exchanged, and its session as used.
pub async fn use_refresh_token(
    db: &impl ConnectionTrait,
    token: &refresh_token::Model,
    now: DateTime<Utc>,
) -> Result<()> {
    refresh_token::Entity::update_many()
        .col_expr(refresh_token::Column::UsedAt, Expr::value(now))
        .filter(refresh_token::Column::Id.eq(token.id))
        .filter(refresh_token::Column::UsedAt.is_null())
        .exec(db)
        .await?;
    session::Entity::update_many()
        .col_expr(session::Column::LastUsedAt, Expr::value(now))
        .filter(session::Column::Id.eq(token.session_id))
        .exec(db)
        .await?;
    Ok(())
}

/// Ends a session.
pub async fn revoke_session(
    db: &impl ConnectionTrait,
    id: SessionId,
    now: DateTime<Utc>,
) -> Result<()> {
    session::Entity::update_many()
        .col_expr(session::Column::RevokedAt, Expr::value(now))
        .filter(session::Column::Id.eq(id))
        .filter(session::Column::RevokedAt.is_null())
        .exec(db)
        .await?;
    Ok(())
}

/// The person behind a live session with the active memberships: one statement.
pub async fn find_by_session(
    db: &impl ConnectionTrait,
    id: SessionId,
) -> Result<
    Option<(
        user_account::Model,
        Vec<(crate::ids::OrganizationId, MembershipRole)>,
    )>,
> {
    use sea_orm::FromQueryResult;
    use sea_orm::sea_query::{Condition, ExprTrait, JoinType, Query};

    let mut query = Query::select();
    query.from(session::Entity);
    for column in <user_account::Column as sea_orm::Iterable>::iter() {
        query.column((user_account::Entity, column));
    }
    query
        .expr_as(
            Expr::col((membership::Entity, membership::Column::OrganizationId)),
            "member_of",
        )
        .expr_as(
            Expr::col((membership::Entity, membership::Column::Role)),
            "member_role",
        )
        .join(
            JoinType::InnerJoin,
            user_account::Entity,
            Expr::col((user_account::Entity, user_account::Column::Id))
                .equals((session::Entity, session::Column::UserId)),
        )
        .join(
            JoinType::LeftJoin,
            membership::Entity,
            Condition::all()
                .add(
                    Expr::col((membership::Entity, membership::Column::UserId))
                        .equals((user_account::Entity, user_account::Column::Id)),
                )
                .add(
                    Expr::col((membership::Entity, membership::Column::Status))
                        .eq(MembershipStatus::Active),
                ),
        )
        .and_where(Expr::col((session::Entity, session::Column::Id)).eq(id.0))
        .and_where(Expr::col((session::Entity, session::Column::RevokedAt)).is_null())
        .and_where(Expr::col((user_account::Entity, user_account::Column::SuspendedAt)).is_null());
    let rows = db.query_all(&query).await?;
    let Some(first) = rows.first() else {
        return Ok(None);
    };
    let user = user_account::Model::from_query_result(first, "")?;
    let mut memberships = Vec::new();
    for row in &rows {
        let organization: Option<uuid::Uuid> = row.try_get("", "member_of")?;
        let role: Option<MembershipRole> = row.try_get("", "member_role")?;
        if let Some((organization, role)) = organization.zip(role) {
            memberships.push((crate::ids::OrganizationId(organization), role));
        }
    }
    Ok(Some((user, memberships)))
}
