//! The use cases: open, refresh and end sessions; whose a session is.

use chrono::{DateTime, Duration, Utc};

use super::entity::{known_device, refresh_token, session};
use super::jobs::{RefreshTokenReused, SignedInOnNewDevice};
use super::rules::{self, Presented};
use super::tokens::Bearer;
use super::viewers::Ticket;
use super::{SignInMethod, store};
use crate::accounts::User;
use crate::app::{App, Ctx};
use crate::audit::{self, Subject};
use crate::db::Txn;
use crate::error::{Error, ErrorCode, Result};
use crate::ids::{DeviceId, RefreshTokenId, SessionId, UserId, digest, hex};
use crate::policy::Viewer;
use crate::text::say;
use crate::vault::Purpose;

/// A session that was opened or refreshed.
#[derive(Debug)]
pub struct Session {
    /// For the page's memory.
    pub access_token: String,
    /// Its end.
    pub expires_at: DateTime<Utc>,
    /// For the cookie.
    pub refresh_token: String,
    /// For the cookie by which the browser is known again, when it is new.
    pub device_token: Option<String>,
    /// Who it is.
    pub viewer: Viewer,
}

/// Opens a session and commits.
pub async fn open(
    ctx: &Ctx,
    txn: Txn,
    user: User,
    method: SignInMethod,
    strong: bool,
) -> Result<Session> {
    let now = ctx.now();
    let first = !store::has_sessions(&txn, user.id).await?;
    let (device_id, device_token) = device(ctx, &txn, user.id).await?;
    let id = SessionId(ctx.app.ids.next());
    let row = session::Model {
        id,
        user_id: user.id,
        user_agent: ctx.client.user_agent.clone(),
        address: Some(ctx.client.address.clone()).filter(|address| !address.is_empty()),
        device_id: Some(device_id),
        method,
        created_at: now,
        last_used_at: now,
        confirmed_at: now,
        strong_at: strong.then_some(now),
        revoked_at: None,
    };
    store::insert_session(&txn, row).await?;
    let refresh_token = ctx.app.ids.secret();
    add_refresh_token(ctx, &txn, id, &refresh_token).await?;
    audit::record(ctx, &txn, "session.opened", Subject::user(user.id), &method).await?;
    if device_token.is_some() && !first {
        ctx.enqueue(&txn, &SignedInOnNewDevice { session_id: id })
            .await?;
    }
    txn.commit().await?;
    session_of(ctx, user.id, id, refresh_token, device_token).await
}

/// The browser, by its cookie; the second is the cookie of a new one.
async fn device(ctx: &Ctx, txn: &Txn, user: UserId) -> Result<(DeviceId, Option<String>)> {
    let now = ctx.now();
    let token = ctx.client.device_token.clone();
    if let Some(token) = &token
        && let Some(known) = store::find_device(txn, user, &digest(token)).await?
    {
        store::see_device(txn, known.id, now).await?;
        return Ok((known.id, None));
    }
    // Two people at one browser share its cookie; each has a row.
    let token = token.unwrap_or_else(|| ctx.app.ids.secret());
    let id = DeviceId(ctx.app.ids.next());
    let row = known_device::Model {
        id,
        user_id: user,
        token_hash: digest(&token),
        first_seen_at: now,
        last_seen_at: now,
    };
    store::insert_device(txn, row).await?;
    Ok((id, Some(token)))
}

/// Exchanges the refresh token for its successor and a new access token.
///
/// The successor is derived from the token by the vault, so that of fifty tabs at once each gets the
/// same one and one chain lives on. A token that comes back later ends the family and the person is
/// told: it may have been stolen.
pub async fn refresh(ctx: &Ctx) -> Result<Session> {
    let token = ctx.client.refresh_token.as_deref().ok_or_else(ended)?;
    let next = hex(&ctx.app.vault.mac(Purpose::Refresh, token.as_bytes())?);
    let now = ctx.now();
    let txn = ctx.begin().await?;
    let found = store::lock_refresh_token(&txn, &digest(token)).await?;
    let (row, session) = found.ok_or_else(ended)?;
    let successor = match &row.successor_hash {
        Some(hash) => store::find_refresh_token(&txn, hash).await?,
        None => None,
    };
    match rules::presented(&row, successor.as_ref(), &session, now) {
        Presented::Fresh => {
            store::use_refresh_token(&txn, &row, &digest(&next), now).await?;
            add_refresh_token(ctx, &txn, session.id, &next).await?;
            txn.commit().await?;
        }
        Presented::Again => drop(txn),
        Presented::Over => return Err(ended()),
        Presented::Stolen => {
            store::end_session(&txn, &session, now).await?;
            let subject = Subject::user(session.user_id);
            audit::record(ctx, &txn, "session.token_reused", subject, &()).await?;
            let session_id = session.id;
            ctx.enqueue(&txn, &RefreshTokenReused { session_id })
                .await?;
            txn.commit().await?;
            return Err(ended());
        }
    }
    session_of(ctx, session.user_id, session.id, next, None).await
}

/// Ends the session of the refresh token, or of the access token; without either it is no error.
pub async fn sign_out(ctx: &Ctx) -> Result<()> {
    let txn = ctx.begin().await?;
    let mut sessions = Vec::new();
    if let Ok((_, id)) = ctx.session() {
        sessions.extend(store::find_session(&txn, id).await?);
    }
    if let Some(token) = ctx.client.refresh_token.as_deref()
        && let Some((_, session)) = store::lock_refresh_token(&txn, &digest(token)).await?
    {
        sessions.push(session);
    }
    for session in &sessions {
        store::end_session(&txn, session, ctx.now()).await?;
    }
    if let Some(session) = sessions.first() {
        let subject = Subject::user(session.user_id);
        audit::record(ctx, &txn, "session.signed_out", subject, &()).await?;
    }
    txn.commit().await
}

/// Ends one of one's own sessions.
pub async fn end(ctx: &Ctx, id: SessionId) -> Result<()> {
    let person = ctx.in_person()?;
    let txn = ctx.begin().await?;
    let session = store::find_session(&txn, id).await?;
    let session = session
        .filter(|session| session.user_id == person.id && session.revoked_at.is_none())
        .ok_or_else(Error::not_found)?;
    store::end_session(&txn, &session, ctx.now()).await?;
    let subject = Subject::user(person.id);
    audit::record(ctx, &txn, "session.ended", subject, &id).await?;
    txn.commit().await
}

/// Ends all of one's own sessions but this one; says how many.
pub async fn end_all_others(ctx: &Ctx) -> Result<u64> {
    let (user, _) = ctx.session()?;
    let txn = ctx.begin().await?;
    let ended = end_others(ctx, &txn, user).await?;
    audit::record(
        ctx,
        &txn,
        "session.others_ended",
        Subject::user(user),
        &ended,
    )
    .await?;
    txn.commit().await?;
    Ok(ended)
}

/// Ends all of a person's sessions but the one that asks, if it is one of them.
pub async fn end_others(ctx: &Ctx, txn: &Txn, user: UserId) -> Result<u64> {
    let own = ctx.session().ok().filter(|(id, _)| *id == user);
    store::end_sessions(txn, user, own.map(|(_, id)| id), ctx.now()).await
}

/// Ends every session and token of a person: a reset password, a suspension.
pub async fn end_everything(ctx: &Ctx, txn: &Txn, user: UserId) -> Result<()> {
    let now = ctx.now();
    store::end_sessions(txn, user, None, now).await?;
    store::end_access_tokens(txn, user, now).await
}

/// The session that asks stands on a second factor from now on: one was just set up in it.
pub async fn strengthen(ctx: &Ctx, txn: &Txn) -> Result<()> {
    let (user, session) = ctx.session()?;
    store::confirm(txn, user, session, ctx.now(), true).await
}

/// The person has no second factor any more.
pub async fn weaken(_ctx: &Ctx, txn: &Txn, user: UserId) -> Result<()> {
    store::weaken(txn, user).await
}

/// The viewer behind a live session; an ended one is nobody's.
pub async fn viewer_of_session(app: &App, session: SessionId) -> Result<Viewer> {
    let ticket = Ticket::Session(session);
    if let Some(viewer) = app.recall(&ticket) {
        return Ok(viewer);
    }
    let before = app.bus.viewers.before();
    let found = store::find_by_session(&app.db, session).await?;
    let found = found.ok_or_else(ended)?;
    let viewer = rules::narrow(found.user, &found.belongings, found.proof);
    app.keep(ticket, &viewer, before);
    Ok(viewer)
}

/// Whose ticket it is: a session's or a program's.
pub async fn viewer_of(app: &App, ticket: &Ticket) -> Result<Viewer> {
    match ticket {
        Ticket::Session(id) => viewer_of_session(app, *id).await,
        Ticket::Token(hash) => super::access_tokens::viewer(app, hash).await,
    }
}

/// The ticket that a bearer token is; a forged or ended one is none.
pub fn ticket(app: &App, token: &str) -> Result<Ticket> {
    if token.starts_with(super::access_tokens::PREFIX) {
        return Ok(Ticket::Token(digest(token)));
    }
    Ok(Ticket::Session(app.tokens.check(token)?.session))
}

fn ended() -> Error {
    Error::new(
        ErrorCode::Unauthenticated,
        say(
            "Phiên đã kết thúc. Hãy đăng nhập lại.",
            "The session has ended. Sign in again.",
        ),
    )
}

async fn add_refresh_token(ctx: &Ctx, txn: &Txn, session_id: SessionId, token: &str) -> Result<()> {
    let now = ctx.now();
    let row = refresh_token::Model {
        id: RefreshTokenId(ctx.app.ids.next()),
        session_id,
        token_hash: digest(token),
        issued_at: now,
        expires_at: now + Duration::days(ctx.app.config.session.refresh_days),
        used_at: None,
        successor_hash: None,
    };
    store::insert_refresh_token(txn, row).await
}

async fn session_of(
    ctx: &Ctx,
    user: UserId,
    session: SessionId,
    refresh_token: String,
    device_token: Option<String>,
) -> Result<Session> {
    let (access_token, expires_at) = ctx.app.tokens.issue(Bearer { user, session })?;
    let viewer = viewer_of_session(&ctx.app, session).await?;
    Ok(Session {
        access_token,
        expires_at,
        refresh_token,
        device_token,
        viewer,
    })
}
