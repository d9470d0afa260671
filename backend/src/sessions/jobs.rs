//! What a person is told about her sessions.

use serde::{Deserialize, Serialize};

use super::{rules, store};
use crate::accounts::{self, User};
use crate::app::Ctx;
use crate::clock::moment;
use crate::error::Result;
use crate::ids::SessionId;
use crate::jobs::{Job, JobResult};
use crate::mail::{self, Letter};
use crate::text::say;

/// Somebody signed in on a browser that the account does not know: tell its person.
#[derive(Debug, Serialize, Deserialize)]
pub struct SignedInOnNewDevice {
    /// Which.
    pub session_id: SessionId,
}

impl Job for SignedInOnNewDevice {
    const KIND: &'static str = "session.new_device";

    async fn run(self, ctx: &Ctx) -> JobResult {
        Ok(tell(ctx, self.session_id, "new_device").await?)
    }
}

/// A refresh token came back that was exchanged before: tell its person that the session was ended.
#[derive(Debug, Serialize, Deserialize)]
pub struct RefreshTokenReused {
    /// Which.
    pub session_id: SessionId,
}

impl Job for RefreshTokenReused {
    const KIND: &'static str = "session.token_reused";

    async fn run(self, ctx: &Ctx) -> JobResult {
        Ok(tell(ctx, self.session_id, "session_ended").await?)
    }
}

async fn tell(ctx: &Ctx, id: SessionId, template: &'static str) -> Result<()> {
    let db = &ctx.app.db;
    let Some(session) = store::find_session(db, id).await? else {
        return Ok(());
    };
    let user = accounts::store::find(db, session.user_id).await?;
    let Some(user) = user.filter(User::is_open) else {
        return Ok(());
    };
    let unknown = say("một thiết bị không rõ", "a device we cannot name");
    let device = rules::device_name(session.user_agent.as_deref());
    let mut letter = Letter::new(template, id)
        .plain("date", &moment(Some(session.created_at)))
        .plain("address", session.address.as_deref().unwrap_or("?"))
        .link(ctx, "/tai-khoan");
    letter = match device {
        Some(name) => letter.plain("device", &name),
        None => letter.sentence("device", unknown),
    };
    let txn = ctx.begin().await?;
    mail::post(ctx, &txn, &user, letter).await?;
    txn.commit().await
}
