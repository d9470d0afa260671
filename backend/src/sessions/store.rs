//! Every query about sessions, their tokens, devices and challenges.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Condition, Expr, ExprTrait, JoinType, Query, SelectStatement};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, IntoActiveModel,
    QueryFilter, QueryOrder, QuerySelect,
};

use super::entity::{access_token, challenge, known_device, refresh_token, session};
use super::rules::{Belonging, Proof};
use crate::accounts::User;
use crate::accounts::entity::user_account;
use crate::credentials;
use crate::db::{Txn, for_update};
use crate::error::Result;
use crate::events::Event;
use crate::ids::{AccessTokenId, ChallengeId, DeviceId, OrganizationId, SessionId, UserId};
use crate::organizations::{MembershipRole, MembershipStatus, membership, organization};
use crate::policy::Access;

/// Ended sessions that a person is still shown.
const SHOWN: u64 = 50;

/// Adds a signed-in device.
pub async fn insert_session(txn: &Txn, row: session::Model) -> Result<()> {
    session::Entity::insert(row.into_active_model().reset_all())
        .exec_without_returning(txn)
        .await?;
    Ok(())
}

/// The session with this id.
pub async fn find_session(
    db: &impl ConnectionTrait,
    id: SessionId,
) -> Result<Option<session::Model>> {
    Ok(session::Entity::find_by_id(id).one(db).await?)
}

/// A person's live sessions, the one used last first.
pub async fn sessions_of(db: &impl ConnectionTrait, user: UserId) -> Result<Vec<session::Model>> {
    Ok(session::Entity::find()
        .filter(session::Column::UserId.eq(user))
        .filter(session::Column::RevokedAt.is_null())
        .order_by_desc(session::Column::LastUsedAt)
        .limit(SHOWN)
        .all(db)
        .await?)
}

/// True when the person has signed in before.
pub async fn has_sessions(db: &impl ConnectionTrait, user: UserId) -> Result<bool> {
    let any = session::Entity::find().filter(session::Column::UserId.eq(user));
    Ok(any.limit(1).one(db).await?.is_some())
}

/// Ends a session.
pub async fn end_session(txn: &Txn, row: &session::Model, now: DateTime<Utc>) -> Result<()> {
    session::Entity::update_many()
        .col_expr(session::Column::RevokedAt, Expr::value(now))
        .filter(session::Column::Id.eq(row.id))
        .filter(session::Column::RevokedAt.is_null())
        .exec(txn)
        .await?;
    txn.publish(Event::ViewerChanged(row.user_id));
    Ok(())
}

/// Ends all of a person's sessions, but one if it is named; says how many.
pub async fn end_sessions(
    txn: &Txn,
    user: UserId,
    but: Option<SessionId>,
    now: DateTime<Utc>,
) -> Result<u64> {
    let mut query = session::Entity::update_many()
        .col_expr(session::Column::RevokedAt, Expr::value(now))
        .filter(session::Column::UserId.eq(user))
        .filter(session::Column::RevokedAt.is_null());
    if let Some(id) = but {
        query = query.filter(session::Column::Id.ne(id));
    }
    let ended = query.exec(txn).await?.rows_affected;
    txn.publish(Event::ViewerChanged(user));
    Ok(ended)
}

/// Writes down that the person of a session proved who she is, and whether by a second factor.
pub async fn confirm(
    txn: &Txn,
    user: UserId,
    id: SessionId,
    now: DateTime<Utc>,
    strong: bool,
) -> Result<()> {
    let mut query = session::Entity::update_many()
        .col_expr(session::Column::ConfirmedAt, Expr::value(now))
        .filter(session::Column::Id.eq(id));
    if strong {
        query = query.col_expr(session::Column::StrongAt, Expr::value(now));
    }
    query.exec(txn).await?;
    txn.publish(Event::ViewerChanged(user));
    Ok(())
}

/// No session of the person stands on a second factor any more.
pub async fn weaken(txn: &Txn, user: UserId) -> Result<()> {
    session::Entity::update_many()
        .col_expr(
            session::Column::StrongAt,
            Expr::value(None::<DateTime<Utc>>),
        )
        .filter(session::Column::UserId.eq(user))
        .exec(txn)
        .await?;
    txn.publish(Event::ViewerChanged(user));
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

/// The refresh token with this digest and its session, locked until the transaction ends.
pub async fn lock_refresh_token(
    db: &impl ConnectionTrait,
    hash: &str,
) -> Result<Option<(refresh_token::Model, session::Model)>> {
    let Some(token) = find_refresh_token(db, hash).await? else {
        return Ok(None);
    };
    // The session is what is locked: two tokens of one family must queue as well.
    let family = for_update(session::Entity::find_by_id(token.session_id), db)
        .one(db)
        .await?;
    let token = refresh_token::Entity::find_by_id(token.id).one(db).await?;
    Ok(token.zip(family))
}

/// The refresh token with this digest.
pub async fn find_refresh_token(
    db: &impl ConnectionTrait,
    hash: &str,
) -> Result<Option<refresh_token::Model>> {
    Ok(refresh_token::Entity::find()
        .filter(refresh_token::Column::TokenHash.eq(hash))
        .one(db)
        .await?)
}

/// Marks a refresh token as exchanged for another, and its session as used.
pub async fn use_refresh_token(
    db: &impl ConnectionTrait,
    token: &refresh_token::Model,
    successor_hash: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    refresh_token::Entity::update_many()
        .col_expr(refresh_token::Column::UsedAt, Expr::value(now))
        .col_expr(
            refresh_token::Column::SuccessorHash,
            Expr::value(successor_hash),
        )
        .filter(refresh_token::Column::Id.eq(token.id))
        .exec(db)
        .await?;
    session::Entity::update_many()
        .col_expr(session::Column::LastUsedAt, Expr::value(now))
        .filter(session::Column::Id.eq(token.session_id))
        .exec(db)
        .await?;
    Ok(())
}

/// A browser on which the person has signed in before.
pub async fn find_device(
    db: &impl ConnectionTrait,
    user: UserId,
    token_hash: &str,
) -> Result<Option<known_device::Model>> {
    Ok(known_device::Entity::find()
        .filter(known_device::Column::UserId.eq(user))
        .filter(known_device::Column::TokenHash.eq(token_hash))
        .one(db)
        .await?)
}

/// Browsers that a person has signed in on, oldest first.
pub async fn devices_of(
    db: &impl ConnectionTrait,
    user: UserId,
) -> Result<Vec<known_device::Model>> {
    Ok(known_device::Entity::find()
        .filter(known_device::Column::UserId.eq(user))
        .order_by_asc(known_device::Column::Id)
        .all(db)
        .await?)
}

/// Adds a browser.
pub async fn insert_device(db: &impl ConnectionTrait, row: known_device::Model) -> Result<()> {
    known_device::Entity::insert(row.into_active_model().reset_all())
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// A known browser was signed in on again.
pub async fn see_device(db: &impl ConnectionTrait, id: DeviceId, now: DateTime<Utc>) -> Result<()> {
    known_device::Entity::update_many()
        .col_expr(known_device::Column::LastSeenAt, Expr::value(now))
        .filter(known_device::Column::Id.eq(id))
        .exec(db)
        .await?;
    Ok(())
}

/// Adds a challenge.
pub async fn insert_challenge(db: &impl ConnectionTrait, row: challenge::Model) -> Result<()> {
    challenge::Entity::insert(row.into_active_model().reset_all())
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// The challenge with this id.
pub async fn find_challenge(
    db: &impl ConnectionTrait,
    id: ChallengeId,
) -> Result<Option<challenge::Model>> {
    Ok(challenge::Entity::find_by_id(id).one(db).await?)
}

/// Counts an answer to a challenge that still takes one; false when it does not.
pub async fn count_attempt(
    db: &impl ConnectionTrait,
    id: ChallengeId,
    most: i32,
    now: DateTime<Utc>,
) -> Result<bool> {
    let counted = challenge::Entity::update_many()
        .col_expr(
            challenge::Column::Attempts,
            Expr::col(challenge::Column::Attempts).add(1),
        )
        .filter(challenge::Column::Id.eq(id))
        .filter(challenge::Column::Attempts.lt(most))
        .filter(challenge::Column::ExpiresAt.gt(now))
        .exec(db)
        .await?;
    Ok(counted.rows_affected == 1)
}

/// Removes a challenge; true for the one who did it.
pub async fn delete_challenge(db: &impl ConnectionTrait, id: ChallengeId) -> Result<bool> {
    let deleted = challenge::Entity::delete_by_id(id).exec(db).await?;
    Ok(deleted.rows_affected == 1)
}

/// Adds a token for programs.
pub async fn insert_access_token(
    db: &impl ConnectionTrait,
    row: access_token::Model,
) -> Result<()> {
    access_token::Entity::insert(row.into_active_model().reset_all())
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// A person's live tokens for programs, newest first.
pub async fn access_tokens_of(
    db: &impl ConnectionTrait,
    user: UserId,
) -> Result<Vec<access_token::Model>> {
    Ok(access_token::Entity::find()
        .filter(access_token::Column::UserId.eq(user))
        .filter(access_token::Column::RevokedAt.is_null())
        .order_by_desc(access_token::Column::Id)
        .all(db)
        .await?)
}

/// Ends one of a person's tokens for programs; false when there is none.
pub async fn end_access_token(
    txn: &Txn,
    user: UserId,
    id: AccessTokenId,
    now: DateTime<Utc>,
) -> Result<bool> {
    let ended = live_tokens_of(user, now)
        .filter(access_token::Column::Id.eq(id))
        .exec(txn)
        .await?;
    txn.publish(Event::ViewerChanged(user));
    Ok(ended.rows_affected == 1)
}

/// Ends all of a person's tokens for programs.
pub async fn end_access_tokens(txn: &Txn, user: UserId, now: DateTime<Utc>) -> Result<()> {
    live_tokens_of(user, now).exec(txn).await?;
    txn.publish(Event::ViewerChanged(user));
    Ok(())
}

fn live_tokens_of(user: UserId, now: DateTime<Utc>) -> sea_orm::UpdateMany<access_token::Entity> {
    access_token::Entity::update_many()
        .col_expr(access_token::Column::RevokedAt, Expr::value(now))
        .filter(access_token::Column::UserId.eq(user))
        .filter(access_token::Column::RevokedAt.is_null())
}

/// Writes down when a token for programs was last used.
pub async fn use_access_token(
    db: &impl ConnectionTrait,
    id: AccessTokenId,
    now: DateTime<Utc>,
) -> Result<()> {
    access_token::Entity::update_many()
        .col_expr(access_token::Column::LastUsedAt, Expr::value(now))
        .filter(access_token::Column::Id.eq(id))
        .exec(db)
        .await?;
    Ok(())
}

/// Removes every session, device, challenge and token of a person.
pub async fn delete_all(txn: &Txn, user: UserId) -> Result<()> {
    let mut own = Query::select();
    own.column(session::Column::Id)
        .from(session::Entity)
        .and_where(Expr::col(session::Column::UserId).eq(user.0));
    refresh_token::Entity::delete_many()
        .filter(refresh_token::Column::SessionId.in_subquery(own))
        .exec(txn)
        .await?;
    session::Entity::delete_many()
        .filter(session::Column::UserId.eq(user))
        .exec(txn)
        .await?;
    known_device::Entity::delete_many()
        .filter(known_device::Column::UserId.eq(user))
        .exec(txn)
        .await?;
    challenge::Entity::delete_many()
        .filter(challenge::Column::UserId.eq(user))
        .exec(txn)
        .await?;
    access_token::Entity::delete_many()
        .filter(access_token::Column::UserId.eq(user))
        .exec(txn)
        .await?;
    txn.publish(Event::ViewerChanged(user));
    Ok(())
}

/// Removes what ended before a moment: challenges, refresh tokens, and sessions that have none left.
pub async fn delete_ended(db: &impl ConnectionTrait, before: DateTime<Utc>) -> Result<u64> {
    let challenges = challenge::Entity::delete_many()
        .filter(challenge::Column::ExpiresAt.lt(before))
        .exec(db)
        .await?;
    let tokens = refresh_token::Entity::delete_many()
        .filter(refresh_token::Column::ExpiresAt.lt(before))
        .exec(db)
        .await?;
    let mut kept = Query::select();
    kept.column(refresh_token::Column::SessionId)
        .from(refresh_token::Entity);
    let sessions = session::Entity::delete_many()
        .filter(session::Column::LastUsedAt.lt(before))
        .filter(session::Column::Id.not_in_subquery(kept))
        .exec(db)
        .await?;
    Ok(challenges.rows_affected + tokens.rows_affected + sessions.rows_affected)
}

/// True when the person's role, or one of her organisations, asks for a second factor.
pub async fn needs_second_factor(db: &impl ConnectionTrait, user: UserId) -> Result<bool> {
    let mut query = Query::select();
    with_belongings(query.from(user_account::Entity))
        .and_where(Expr::col((user_account::Entity, user_account::Column::Id)).eq(user.0));
    let rows = db.query_all(&query).await?;
    let Some(first) = rows.first() else {
        return Ok(false);
    };
    let staff = user_account::Model::from_query_result(first, "")?
        .staff_role
        .is_some();
    Ok(staff || belongings(&rows)?.iter().any(|b| b.strict))
}

/// Somebody and how it was proven.
pub struct Found {
    /// The account.
    pub user: User,
    /// Where the person belongs.
    pub belongings: Vec<Belonging>,
    /// How it was proven.
    pub proof: Proof,
}

/// The person behind a live session: one statement.
pub async fn find_by_session(db: &impl ConnectionTrait, id: SessionId) -> Result<Option<Found>> {
    let mut query = Query::select();
    query.from(session::Entity);
    query
        .expr_as(
            Expr::col((session::Entity, session::Column::ConfirmedAt)),
            "proven_at",
        )
        .expr_as(
            Expr::col((session::Entity, session::Column::StrongAt)),
            "strongly_at",
        )
        .join(
            JoinType::InnerJoin,
            user_account::Entity,
            Expr::col((user_account::Entity, user_account::Column::Id))
                .equals((session::Entity, session::Column::UserId)),
        );
    with_belongings(&mut query)
        .and_where(Expr::col((session::Entity, session::Column::Id)).eq(id.0))
        .and_where(Expr::col((session::Entity, session::Column::RevokedAt)).is_null());
    let rows = db.query_all(&query).await?;
    let Some(first) = rows.first() else {
        return Ok(None);
    };
    let strongly: Option<DateTime<Utc>> = first.try_get("", "strongly_at")?;
    let access = Access::Session {
        id,
        confirmed_at: first.try_get("", "proven_at")?,
    };
    Ok(Some(Found {
        user: User::from_query_result(first, "")?,
        belongings: belongings(&rows)?,
        proof: Proof::Session {
            access,
            strong: strongly.is_some(),
        },
    }))
}

/// The person behind a live token for programs, with the token's row: two statements, and up to two more
/// where a second factor is asked for.
pub async fn find_by_access_token(
    db: &impl ConnectionTrait,
    hash: &str,
    now: DateTime<Utc>,
) -> Result<Option<(Found, access_token::Model)>> {
    let token = access_token::Entity::find()
        .filter(access_token::Column::TokenHash.eq(hash))
        .filter(access_token::Column::RevokedAt.is_null())
        .filter(access_token::Column::ExpiresAt.gt(now))
        .one(db)
        .await?;
    let Some(token) = token else {
        return Ok(None);
    };
    let mut query = Query::select();
    with_belongings(query.from(user_account::Entity))
        .and_where(Expr::col((user_account::Entity, user_account::Column::Id)).eq(token.user_id.0));
    let rows = db.query_all(&query).await?;
    let Some(first) = rows.first() else {
        return Ok(None);
    };
    let user = User::from_query_result(first, "")?;
    let belongings = belongings(&rows)?;
    // An organisation may ask for a second factor after the token was made, and its owner may have put
    // hers away.
    let asked = user.staff_role.is_some() || belongings.iter().any(|b| b.strict);
    let strong = !asked || credentials::store::has_second_factor(db, user.id).await?;
    let found = Found {
        user,
        belongings,
        proof: Proof::Token {
            access: Access::Token(token.id),
            strong,
            scopes: token.scopes.0.clone(),
        },
    };
    Ok(Some((found, token)))
}

/// Selects an account that is neither suspended nor closed, a row for each active membership.
fn with_belongings(query: &mut SelectStatement) -> &mut SelectStatement {
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
        .expr_as(
            Expr::col((
                organization::Entity,
                organization::Column::RequiresSecondFactor,
            )),
            "member_strict",
        )
        .expr_as(
            Expr::col((organization::Entity, organization::Column::SuspendedAt)),
            "member_suspended_at",
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
        .join(
            JoinType::LeftJoin,
            organization::Entity,
            Expr::col((organization::Entity, organization::Column::Id))
                .equals((membership::Entity, membership::Column::OrganizationId)),
        )
        .and_where(Expr::col((user_account::Entity, user_account::Column::SuspendedAt)).is_null())
        .and_where(Expr::col((user_account::Entity, user_account::Column::ClosedAt)).is_null())
}

fn belongings(rows: &[sea_orm::QueryResult]) -> Result<Vec<Belonging>> {
    let mut found = Vec::new();
    for row in rows {
        let organization: Option<uuid::Uuid> = row.try_get("", "member_of")?;
        let role: Option<MembershipRole> = row.try_get("", "member_role")?;
        let strict: Option<bool> = row.try_get("", "member_strict")?;
        let suspended: Option<DateTime<Utc>> = row.try_get("", "member_suspended_at")?;
        if let Some((organization, role)) = organization.zip(role) {
            found.push(Belonging {
                organization: OrganizationId(organization),
                role,
                strict: strict.unwrap_or_default(),
                suspended: suspended.is_some(),
            });
        }
    }
    Ok(found)
}
