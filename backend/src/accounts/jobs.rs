//! What follows a registration.

use serde::{Deserialize, Serialize};

use super::store;
use crate::app::Ctx;
use crate::ids::UserId;
use crate::jobs::{Job, JobResult};
use crate::mail::{self, Letter};

/// A person registered: welcome.
#[derive(Debug, Serialize, Deserialize)]
pub struct Registered {
    /// Who.
    pub user_id: UserId,
}

impl Job for Registered {
    const KIND: &'static str = "account.registered";

    async fn run(self, ctx: &Ctx) -> JobResult {
        let Some(user) = store::find(&ctx.app.db, self.user_id).await? else {
            return Ok(());
        };
        let txn = ctx.begin().await?;
        let letter = Letter::new("welcome", self.user_id).link(ctx, "/ban-lam-viec");
        mail::post(ctx, &txn, &user, letter).await?;
        Ok(txn.commit().await?)
    }
}
