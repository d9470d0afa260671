//! What people are told about their roles.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::accounts::{self, StaffRole};
use crate::app::Ctx;
use crate::ids::UserId;
use crate::jobs::{Job, JobResult};
use crate::mail::{self, Letter};
use crate::text::{Sentence, say};

/// Somebody's role changed: tell the person.
#[derive(Debug, Serialize, Deserialize)]
pub struct RoleChanged {
    /// Whose.
    pub user_id: UserId,
    /// To what.
    pub role: Option<String>,
    /// When: the same role can be given twice.
    pub at: DateTime<Utc>,
}

fn words(role: Option<&str>) -> Sentence {
    let is = |known: StaffRole| role == Some(super::service::name(known));
    if is(StaffRole::Moderator) {
        say("người kiểm duyệt", "moderator")
    } else if is(StaffRole::Verifier) {
        say("người xác thực", "verifier")
    } else if is(StaffRole::Administrator) {
        say("quản trị viên", "administrator")
    } else {
        say("không còn vai trò nào", "no role any more")
    }
}

impl Job for RoleChanged {
    const KIND: &'static str = "staff.role_changed";

    async fn run(self, ctx: &Ctx) -> JobResult {
        let user = accounts::store::find(&ctx.app.db, self.user_id).await?;
        let Some(user) = user.filter(accounts::User::is_open) else {
            return Ok(());
        };
        let txn = ctx.begin().await?;
        let about = format!("{}.{}", self.user_id, self.at.timestamp_micros());
        let letter = Letter::new("role_changed", about)
            .sentence("role", words(self.role.as_deref()))
            .link(ctx, "/tai-khoan");
        mail::post(ctx, &txn, &user, letter).await?;
        Ok(txn.commit().await?)
    }
}
