//! Tokens for programs: named, scoped, ending, shown once. They begin with a word by which a scanner
//! of leaked secrets knows them.

use chrono::{DateTime, Duration, Utc};

use super::entity::access_token::Model;
use super::viewers::Ticket;
use super::{Scope, Scopes, rules, store};
use crate::app::{App, Ctx};
use crate::audit::{self, Subject};
use crate::credentials::jobs::{CredentialChange, CredentialChanged};
use crate::credentials::service::label;
use crate::error::{Error, ErrorCode, Result};
use crate::ids::{AccessTokenId, digest};
use crate::policy::Viewer;
use crate::text::say;

/// What every such token begins with.
pub const PREFIX: &str = "iforum_pat_";
/// Days a token may be good for.
pub const DAYS_MAX: i64 = 366;
/// Live tokens of one person.
const MOST: usize = 50;
/// How exactly the last use is written down.
const USE_EVERY: Duration = Duration::hours(1);

/// Makes a token; the second is the token itself, never to be seen again.
pub async fn create(
    ctx: &Ctx,
    name: &str,
    scopes: Vec<Scope>,
    expires_at: DateTime<Utc>,
) -> Result<(Model, String)> {
    let person = ctx.confirmed()?;
    let name = label("name", name)?;
    let scopes = crate::postings::distinct(scopes);
    if scopes.is_empty() {
        return Err(Error::field(
            "scopes",
            ErrorCode::Required,
            say("Chọn ít nhất một quyền.", "Choose at least one scope."),
        ));
    }
    if scopes.contains(&Scope::Moderate) && !ctx.viewer.is_staff() {
        return Err(Error::field(
            "scopes",
            ErrorCode::InvalidInput,
            say(
                "Quyền này chỉ dành cho người của Liên minh.",
                "This scope is for the alliance's staff.",
            ),
        ));
    }
    let now = ctx.now();
    if expires_at <= now || expires_at > now + Duration::days(DAYS_MAX) {
        return Err(Error::field(
            "expiresAt",
            ErrorCode::OutOfRange,
            say(
                format!("Chọn ngày hết hạn trong vòng {DAYS_MAX} ngày tới."),
                format!("Choose an end within the next {DAYS_MAX} days."),
            ),
        ));
    }
    let token = format!("{PREFIX}{}", ctx.app.ids.secret());
    let row = Model {
        id: AccessTokenId(ctx.app.ids.next()),
        user_id: person.id,
        name,
        token_hash: digest(&token),
        scopes: Scopes(scopes),
        created_at: now,
        expires_at,
        last_used_at: None,
        revoked_at: None,
    };
    let txn = ctx.begin().await?;
    if store::access_tokens_of(&txn, person.id).await?.len() >= MOST {
        return Err(Error::conflict(say(
            format!("Mỗi người có tối đa {MOST} mã truy cập. Hãy thu hồi mã không dùng nữa."),
            format!("A person has at most {MOST} tokens. Revoke one that is not used."),
        )));
    }
    store::insert_access_token(&txn, row.clone()).await?;
    let change = CredentialChange::AccessTokenCreated;
    let subject = Subject::user(person.id);
    audit::record(ctx, &txn, change.action(), subject, &row.id).await?;
    let job = CredentialChanged {
        user_id: person.id,
        change,
        at: now,
    };
    ctx.enqueue(&txn, &job).await?;
    txn.commit().await?;
    Ok((row, token))
}

/// Ends a token.
pub async fn revoke(ctx: &Ctx, id: AccessTokenId) -> Result<()> {
    let person = ctx.in_person()?;
    let txn = ctx.begin().await?;
    if !store::end_access_token(&txn, person.id, id, ctx.now()).await? {
        return Err(Error::not_found());
    }
    let subject = Subject::user(person.id);
    audit::record(ctx, &txn, "access_token.revoked", subject, &id).await?;
    txn.commit().await
}

/// The viewer behind a token's digest; an ended one is nobody's.
pub async fn viewer(app: &App, hash: &str) -> Result<Viewer> {
    let ticket = Ticket::Token(hash.to_owned());
    let now = app.clock.now();
    if let Some(viewer) = app.recall(&ticket) {
        return Ok(viewer);
    }
    let before = app.bus.viewers.before();
    let found = store::find_by_access_token(&app.db, hash, now).await?;
    let (found, row) = found.ok_or_else(|| {
        Error::new(
            ErrorCode::Unauthenticated,
            say(
                "Mã truy cập không hợp lệ, đã hết hạn hoặc đã bị thu hồi.",
                "This access token is not valid, has expired or was revoked.",
            ),
        )
    })?;
    if row.last_used_at.is_none_or(|last| last + USE_EVERY <= now) {
        store::use_access_token(&app.db, row.id, now).await?;
    }
    let viewer = rules::narrow(found.user, &found.belongings, found.proof);
    // Its end may be nearer than the memory's.
    if row.expires_at > now + Duration::seconds(app.config.session.remember_seconds) {
        app.keep(ticket, &viewer, before);
    }
    Ok(viewer)
}
