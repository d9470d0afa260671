//! What was asked and waits for an answer: a second factor, a passkey's signature. Few tries, few
//! minutes, answered once. What must be remembered in between lies sealed in its row, so that any
//! server of the installation can take the answer.

use chrono::Duration;

use super::{ChallengeKind, entity, store};
use crate::app::Ctx;
use crate::db::Txn;
use crate::error::{Error, ErrorCode, Result};
use crate::ids::{ChallengeId, UserId};
use crate::text::say;
use crate::vault::Purpose;

/// How long an answer may take.
const LIFETIME: Duration = Duration::minutes(10);
/// Answers that are looked at.
const ATTEMPTS: i32 = 5;

/// A challenge whose answer may be looked at.
#[derive(Clone, Debug)]
pub struct Challenge {
    /// Id.
    pub id: ChallengeId,
    /// Whom it is for.
    pub user_id: Option<UserId>,
    /// What was to be remembered.
    pub state: String,
}

/// Asks; gives the token by which the answer names it.
pub async fn make(
    ctx: &Ctx,
    txn: &Txn,
    kind: ChallengeKind,
    user_id: Option<UserId>,
    state: &str,
) -> Result<String> {
    let id = ChallengeId(ctx.app.ids.next());
    let name = id.to_string();
    let now = ctx.now();
    let sealed = ctx
        .app
        .vault
        .seal(Purpose::Challenge, &name, state.as_bytes())?;
    let row = entity::challenge::Model {
        id,
        kind,
        user_id,
        state: data_encoding::BASE64.encode(&sealed),
        attempts: 0,
        expires_at: now + LIFETIME,
        created_at: now,
    };
    store::insert_challenge(txn, row).await?;
    let proof = ctx
        .app
        .vault
        .prove(Purpose::ChallengeToken, name.as_bytes())?;
    Ok(format!("{name}.{proof}"))
}

/// Counts one answer, in a transaction of its own: a wrong one is not taken back.
pub async fn attempt(ctx: &Ctx, kind: ChallengeKind, token: &str) -> Result<Challenge> {
    let id = named(ctx, token)?;
    let txn = ctx.begin().await?;
    let counted = store::count_attempt(&txn, id, ATTEMPTS, ctx.now()).await?;
    let row = store::find_challenge(&txn, id).await?;
    txn.commit().await?;
    opened(ctx, kind, row.filter(|_| counted))
}

/// A challenge that still takes answers; looking counts as none.
pub async fn look(ctx: &Ctx, kind: ChallengeKind, token: &str) -> Result<Challenge> {
    let row = store::find_challenge(&ctx.app.db, named(ctx, token)?).await?;
    let good =
        |row: &entity::challenge::Model| row.attempts < ATTEMPTS && ctx.now() < row.expires_at;
    opened(ctx, kind, row.filter(good))
}

fn named(ctx: &Ctx, token: &str) -> Result<ChallengeId> {
    let (name, proof) = token.trim().split_once('.').ok_or_else(gone)?;
    let vault = &ctx.app.vault;
    if vault.proven(Purpose::ChallengeToken, name.as_bytes(), proof)? {
        name.parse().map_err(|_| gone())
    } else {
        Err(gone())
    }
}

fn opened(
    ctx: &Ctx,
    kind: ChallengeKind,
    row: Option<entity::challenge::Model>,
) -> Result<Challenge> {
    let row = row.filter(|row| row.kind == kind).ok_or_else(gone)?;
    let sealed = data_encoding::BASE64
        .decode(row.state.as_bytes())
        .map_err(|_| Error::internal("state of a challenge is not base64"))?;
    let name = row.id.to_string();
    let state = ctx.app.vault.open(Purpose::Challenge, &name, &sealed)?;
    Ok(Challenge {
        id: row.id,
        user_id: row.user_id,
        state: String::from_utf8_lossy(&state).into_owned(),
    })
}

/// Answered rightly: of two right answers at once one comes too late.
pub async fn finish(txn: &Txn, id: ChallengeId) -> Result<()> {
    if store::delete_challenge(txn, id).await? {
        Ok(())
    } else {
        Err(gone())
    }
}

fn gone() -> Error {
    Error::field(
        "challenge",
        ErrorCode::LinkInvalid,
        say(
            "Bước này đã hết hạn hoặc đã thử quá nhiều lần. Hãy bắt đầu lại.",
            "This step has expired, or was tried too often. Begin again.",
        ),
    )
}
