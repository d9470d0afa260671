//! The use cases: register, sign in, refresh, sign out, profile.

use chrono::{DateTime, Duration, Utc};
use serde::Serialize;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::entity::{refresh_token, session, user_account};
use super::jobs::Registered;
use super::tokens::Bearer;
use super::{StaffRole, User, rules, store};
use crate::app::{App, Ctx};
use crate::audit::{self, Subject};
use crate::client_keys::{self, Claim};
use crate::db::Txn;
use crate::error::{Error, ErrorCode, Problem, Result};
use crate::ids::{OrganizationId, RefreshTokenId, SessionId, UserId, hex};
use crate::organizations::service::NewOrganization;
use crate::organizations::{self, MembershipRole, MembershipStatus};
use crate::policy::{Action, Person, Viewer};
use crate::text::{Locale, say};

/// Within this time a refresh token may come back: two tabs at once, or an answer that was lost.
const REFRESH_GRACE: Duration = Duration::seconds(10);

/// What a person who registers gives.
#[derive(Clone, Debug, Serialize)]
pub struct NewPerson {
    /// Address.
    pub email: String,
    /// Name.
    pub name: String,
    /// Password; never part of what is stored or hashed for the client key.
    #[serde(skip)]
    pub password: String,
    /// Language.
    pub locale: Locale,
    /// Organisation to ask for.
    pub organization_id: Option<OrganizationId>,
    /// Organisation to create.
    pub new_organization: Option<NewOrganization>,
}

/// A session that was opened or refreshed.
#[derive(Debug)]
pub struct Session {
    /// For the page's memory.
    pub access_token: String,
    /// Its end.
    pub expires_at: DateTime<Utc>,
    /// For the cookie.
    pub refresh_token: String,
    /// Who it is.
    pub viewer: Viewer,
}

/// Makes an account, and its organisation or a request to join one; signs in.
pub async fn register(ctx: &Ctx, key: &str, new: NewPerson) -> Result<Session> {
    let (person, mut problems) = rules::new_person(&new.email, &new.name, &new.password);
    match (&new.organization_id, &new.new_organization) {
        (Some(_), None) => {}
        (None, Some(organization)) => {
            problems.extend(organizations::rules::problems(
                ctx,
                "newOrganization",
                organization,
            ));
        }
        _ => problems.push(Problem {
            field: "organizationId".into(),
            code: ErrorCode::Required,
            message: say(
                "Chọn tổ chức của bạn trong danh sách, hoặc tạo tổ chức mới.",
                "Choose your organisation from the list, or create it.",
            ),
        }),
    }
    Error::problems(problems)?;
    let (address, name) = person.ok_or_else(|| Error::internal("checked above"))?;
    // Hashed before the transaction: it takes long, and a write transaction must be short.
    let password_hash = ctx.app.passwords.hash(&new.password).await?;

    let txn = ctx.begin().await?;
    let scope = key_scope(&address.normalized);
    let user_id = match client_keys::claim(ctx, &txn, scope, "register", key, &new).await? {
        Claim::Fresh(id) => UserId(id),
        // Asked again, perhaps because the answer was lost: it is a sign-in now.
        Claim::Repeat(_) => {
            drop(txn);
            return sign_in(ctx, &new.email, &new.password).await;
        }
    };
    let account = NewAccount {
        id: user_id,
        address,
        name,
        password_hash,
        locale: new.locale,
    };
    add_account(ctx, &txn, account, None).await?;
    match (new.organization_id, new.new_organization) {
        (Some(id), _) => {
            let organization = organizations::store::find(&txn, id)
                .await?
                .ok_or_else(Error::not_found)?;
            organizations::service::join(ctx, &txn, &organization, user_id).await?;
        }
        (None, Some(organization)) => {
            let id = organizations::service::create(ctx, &txn, organization).await?;
            let role = (MembershipRole::Owner, MembershipStatus::Active);
            organizations::service::add_member(ctx, &txn, id, user_id, role).await?;
        }
        (None, None) => {}
    }
    let who = ctx.clone().with_viewer(Viewer::Anonymous);
    audit::record(
        &who,
        &txn,
        "account.registered",
        Subject::user(user_id),
        &(),
    )
    .await?;
    ctx.enqueue(&txn, &Registered { user_id }).await?;
    let (session_id, refresh_token) = open_session(ctx, &txn, user_id).await?;
    txn.commit().await?;
    session_of(ctx, user_id, session_id, refresh_token).await
}

/// An account whose details were checked and whose password is hashed.
pub(crate) struct NewAccount {
    /// Id.
    pub id: UserId,
    /// Address.
    pub address: rules::EmailAddress,
    /// Name.
    pub name: String,
    /// PHC string.
    pub password_hash: String,
    /// Language.
    pub locale: Locale,
}

/// Adds an account; the address must be new.
pub(crate) async fn add_account(
    ctx: &Ctx,
    txn: &Txn,
    new: NewAccount,
    staff_role: Option<StaffRole>,
) -> Result<()> {
    let now = ctx.now();
    let user = user_account::Model {
        id: new.id,
        email: new.address.typed,
        email_normalized: new.address.normalized,
        name: new.name,
        password_hash: new.password_hash,
        locale: new.locale,
        staff_role,
        suspended_at: None,
        created_at: now,
        updated_at: now,
    };
    store::insert(txn, user).await
}

/// Opens a session when address and password belong together.
pub async fn sign_in(ctx: &Ctx, email: &str, password: &str) -> Result<Session> {
    let refused = || {
        Error::new(
            ErrorCode::InvalidCredentials,
            say(
                "Email hoặc mật khẩu không đúng. Hãy kiểm tra lại.",
                "This email and password do not belong together. Check both.",
            ),
        )
    };
    if password.len() > rules::PASSWORD_MAX_BYTES {
        return Err(refused());
    }
    let user = store::find_by_email(&ctx.app.db, &email.trim().to_lowercase()).await?;
    let user = user.filter(|user| user.suspended_at.is_none());
    let hash = user.as_ref().map(|user| user.password_hash.as_str());
    let right = ctx.app.passwords.verify(password, hash).await?;
    let user = user.filter(|_| right).ok_or_else(refused)?;

    let txn = ctx.begin().await?;
    let (session_id, refresh_token) = open_session(ctx, &txn, user.id).await?;
    let id = user.id;
    let who = ctx
        .clone()
        .with_viewer(viewer_of(user, session_id, Vec::new()));
    audit::record(&who, &txn, "account.signed_in", Subject::user(id), &()).await?;
    txn.commit().await?;
    session_of(ctx, id, session_id, refresh_token).await
}

/// Exchanges the refresh token for a new pair. A token that comes back late ends the family: it
/// may have been stolen (RFC 9700, 4.14.2).
pub async fn refresh(ctx: &Ctx) -> Result<Session> {
    let ended = || {
        Error::new(
            ErrorCode::Unauthenticated,
            say(
                "Phiên đã kết thúc. Hãy đăng nhập lại.",
                "The session has ended. Sign in again.",
            ),
        )
    };
    let token = ctx.client.refresh_token.as_deref().ok_or_else(ended)?;
    let now = ctx.now();
    let txn = ctx.begin().await?;
    let found = store::lock_refresh_token(&txn, &hash_token(token)).await?;
    let (token, session) = found.ok_or_else(ended)?;
    if session.revoked_at.is_some() || token.expires_at <= now {
        return Err(ended());
    }
    if token.used_at.is_some_and(|used| used + REFRESH_GRACE < now) {
        store::revoke_session(&txn, session.id, now).await?;
        audit::record(
            ctx,
            &txn,
            "session.token_reused",
            Subject::user(session.user_id),
            &(),
        )
        .await?;
        txn.commit().await?;
        return Err(ended());
    }
    store::use_refresh_token(&txn, &token, now).await?;
    let next = add_refresh_token(ctx, &txn, session.id).await?;
    txn.commit().await?;
    session_of(ctx, session.user_id, session.id, next).await
}

/// Ends the session of the refresh token, or of the access token; without either it is no error.
pub async fn sign_out(ctx: &Ctx) -> Result<()> {
    let txn = ctx.begin().await?;
    let now = ctx.now();
    let mut sessions: Vec<SessionId> = ctx.viewer.person().map(|p| p.session).into_iter().collect();
    if let Some(token) = ctx.client.refresh_token.as_deref()
        && let Some((_, session)) = store::lock_refresh_token(&txn, &hash_token(token)).await?
    {
        sessions.push(session.id);
    }
    for id in sessions {
        store::revoke_session(&txn, id, now).await?;
    }
    if let Some(user) = ctx.viewer.user() {
        audit::record(ctx, &txn, "account.signed_out", Subject::user(user), &()).await?;
    }
    txn.commit().await
}

/// Changes one's name or language.
pub async fn update_profile(
    ctx: &Ctx,
    name: Option<String>,
    locale: Option<Locale>,
) -> Result<Viewer> {
    ctx.authorize(Action::EditProfile)?;
    let person = ctx.viewer.person().ok_or_else(Error::unauthenticated)?;
    let name = name.map(|name| rules::check_name(&name)).transpose();
    let name = match name {
        Ok(name) => name,
        Err(problem) => {
            Error::problems(vec![problem])?;
            None
        }
    };
    let txn = ctx.begin().await?;
    let mut user = store::find(&txn, person.id)
        .await?
        .ok_or_else(Error::not_found)?;
    user.name = name.unwrap_or(user.name);
    user.locale = locale.unwrap_or(user.locale);
    user.updated_at = ctx.now();
    store::update_profile(&txn, &user).await?;
    audit::record(ctx, &txn, "account.updated", Subject::user(user.id), &()).await?;
    txn.commit().await?;
    viewer_of_session(&ctx.app, person.session).await
}

/// The viewer behind a live session; an ended one is nobody's.
pub async fn viewer_of_session(app: &App, session: SessionId) -> Result<Viewer> {
    let found = store::find_by_session(&app.db, session).await?;
    let (user, memberships) = found.ok_or_else(|| {
        Error::new(
            ErrorCode::Unauthenticated,
            say(
                "Phiên đã kết thúc. Hãy đăng nhập lại.",
                "The session has ended. Sign in again.",
            ),
        )
    })?;
    Ok(viewer_of(user, session, memberships))
}

/// The viewer a person is once signed in.
pub(crate) fn viewer_of(
    user: User,
    session: SessionId,
    memberships: Vec<(OrganizationId, MembershipRole)>,
) -> Viewer {
    let person = Person {
        id: user.id,
        session,
        name: user.name,
        locale: user.locale,
        memberships,
    };
    match user.staff_role {
        Some(role) => Viewer::Staff(person, role),
        None => Viewer::Member(person),
    }
}

/// A client key's scope before there is an account: the address stands for the person.
fn key_scope(normalized: &str) -> UserId {
    let digest = Sha256::digest(normalized);
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&digest[..16]);
    UserId(Uuid::from_bytes(bytes))
}

async fn open_session(ctx: &Ctx, txn: &Txn, user_id: UserId) -> Result<(SessionId, String)> {
    let now = ctx.now();
    let id = SessionId(ctx.app.ids.next());
    let row = session::Model {
        id,
        user_id,
        user_agent: ctx.client.user_agent.clone(),
        created_at: now,
        last_used_at: now,
        revoked_at: None,
    };
    store::insert_session(txn, row).await?;
    let token = add_refresh_token(ctx, txn, id).await?;
    Ok((id, token))
}

async fn add_refresh_token(ctx: &Ctx, txn: &Txn, session_id: SessionId) -> Result<String> {
    let now = ctx.now();
    let token = ctx.app.ids.secret();
    let row = refresh_token::Model {
        id: RefreshTokenId(ctx.app.ids.next()),
        session_id,
        token_hash: hash_token(&token),
        issued_at: now,
        expires_at: now + Duration::days(ctx.app.config.session.refresh_days),
        used_at: None,
    };
    store::insert_refresh_token(txn, row).await?;
    Ok(token)
}

async fn session_of(
    ctx: &Ctx,
    user: UserId,
    session: SessionId,
    refresh_token: String,
) -> Result<Session> {
    let (access_token, expires_at) = ctx.app.tokens.issue(Bearer { user, session })?;
    let viewer = viewer_of_session(&ctx.app, session).await?;
    Ok(Session {
        access_token,
        expires_at,
        refresh_token,
        viewer,
    })
}

fn hash_token(token: &str) -> String {
    hex(&Sha256::digest(token))
}
