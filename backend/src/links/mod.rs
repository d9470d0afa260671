//! Links in emails that prove who opens them: once, for one person, for a short time.
//!
//! ```text
//! made ─▶ used
//!   ├─▶ superseded (a newer one of the same kind to the same address)
//!   └─▶ expired
//! ```
//!
//! The secret part is the vault's proof of the row's id: it stands nowhere, neither in the row nor in
//! the kept email, and is put in when the email is handed over. It travels behind the `#`, which no
//! browser sends to a server, so that it appears in no log and no Referer. Opening the link does
//! nothing; the page sends the token when its reader presses the button.

pub mod entity;
pub mod store;

use chrono::Duration;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::app::{App, Ctx};
use crate::db::Txn;
use crate::error::{Error, ErrorCode, Result};
use crate::ids::{LinkId, UserId};
use crate::text::say;
use crate::vault::Purpose;

pub use entity::{LinkKind, Model as Link};

impl LinkKind {
    /// How long it is good for. Short where the link alone opens an account.
    pub fn lifetime(self) -> Duration {
        match self {
            Self::PasswordReset => Duration::minutes(30),
            Self::Registration | Self::EmailChangeOld | Self::EmailChangeNew => {
                Duration::minutes(60)
            }
            // It only lets a suspended person write a text.
            Self::Appeal => Duration::days(30),
        }
    }
}

impl Link {
    /// What it is about.
    pub fn detail<T: DeserializeOwned>(&self) -> Result<T> {
        serde_json::from_value(self.detail.clone())
            .map_err(|e| Error::internal(format!("detail of a link: {e}")))
    }
}

/// Makes a link to an address; older ones of the kind end.
pub async fn make(
    ctx: &Ctx,
    txn: &Txn,
    kind: LinkKind,
    user_id: Option<UserId>,
    address: &str,
    detail: &impl Serialize,
) -> Result<LinkId> {
    let now = ctx.now();
    store::supersede(txn, kind, address, now).await?;
    let id = LinkId(ctx.app.ids.next());
    let row = Link {
        id,
        kind,
        user_id,
        address: address.to_owned(),
        detail: serde_json::to_value(detail).map_err(|e| Error::internal(e.to_string()))?,
        created_at: now,
        expires_at: now + kind.lifetime(),
        used_at: None,
    };
    store::insert(txn, row).await?;
    Ok(id)
}

/// The link's token: what is put into the email when it is handed over.
pub fn token(app: &App, id: LinkId) -> Result<String> {
    let name = id.to_string();
    let proof = app.vault.prove(Purpose::Link, name.as_bytes())?;
    Ok(format!("{name}.{proof}"))
}

/// The link that a token names, if it is good now; looking uses nothing up.
pub async fn look(ctx: &Ctx, kind: LinkKind, token: &str) -> Result<Link> {
    let id = named(ctx, token)?;
    let link = store::find(&ctx.app.db, id).await?;
    good(ctx, kind, link)
}

/// Uses a link up; of two at once one comes too late.
pub async fn take(ctx: &Ctx, txn: &Txn, kind: LinkKind, token: &str) -> Result<Link> {
    let id = named(ctx, token)?;
    let link = good(ctx, kind, store::find(txn, id).await?)?;
    if store::set_used(txn, id, ctx.now()).await? {
        Ok(link)
    } else {
        Err(not_good())
    }
}

fn named(ctx: &Ctx, token: &str) -> Result<LinkId> {
    let (name, proof) = token.trim().split_once('.').ok_or_else(not_good)?;
    if ctx
        .app
        .vault
        .proven(Purpose::Link, name.as_bytes(), proof)?
    {
        name.parse().map_err(|_| not_good())
    } else {
        Err(not_good())
    }
}

fn good(ctx: &Ctx, kind: LinkKind, link: Option<Link>) -> Result<Link> {
    link.filter(|link| link.kind == kind && link.used_at.is_none() && ctx.now() < link.expires_at)
        .ok_or_else(not_good)
}

/// One answer for forged, used, old and foreign links.
fn not_good() -> Error {
    Error::field(
        "token",
        ErrorCode::LinkInvalid,
        say(
            "Liên kết này không còn hiệu lực: đã dùng, đã hết hạn, hoặc đã có liên kết mới hơn. Hãy yêu cầu gửi lại.",
            "This link is no longer good: it was used, has expired, or a newer one was sent. Ask for another.",
        ),
    )
}
