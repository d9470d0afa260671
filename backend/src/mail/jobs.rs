//! The job that hands an email to the server.

use serde::{Deserialize, Serialize};

use super::EmailStatus;
use super::store;
use crate::accounts;
use crate::app::Ctx;
use crate::error::Result;
use crate::ids::EmailId;
use crate::jobs::{Job, JobResult, Trouble};

/// Sends one email.
#[derive(Debug, Serialize, Deserialize)]
pub struct SendEmail {
    /// Which.
    pub email_id: EmailId,
}

impl Job for SendEmail {
    const KIND: &'static str = "email.send";

    async fn run(self, ctx: &Ctx) -> JobResult {
        let db = &ctx.app.db;
        let Some(email) = store::find(db, self.email_id).await? else {
            return Ok(());
        };
        if email.status != EmailStatus::Queued {
            return Ok(());
        }
        let attempts = email.attempts + 1;
        if left(ctx, &email).await? {
            let why = "its reader has left the list";
            return Ok(store::record_try(
                db,
                email.id,
                EmailStatus::Dead,
                email.attempts,
                why,
                None,
            )
            .await?);
        }
        let whole = super::whole(&ctx.app, email.clone())?;
        let leave = match (&email.list, email.user_id) {
            (Some(list), Some(user)) => Some(super::lists::link(&ctx.app, list, user)?),
            _ => None,
        };
        match ctx.app.mailer.send(&whole, leave.as_deref()).await {
            Ok(answer) => {
                let now = Some(ctx.now());
                store::record_try(db, email.id, EmailStatus::Sent, attempts, &answer, now).await?;
                metrics::counter!("iforum_emails_total", "outcome" => "sent").increment(1);
                Ok(())
            }
            Err(error) => {
                let last = error.permanent || attempts >= ctx.app.config.worker.mail_attempts;
                let status = if last {
                    EmailStatus::Dead
                } else {
                    EmailStatus::Queued
                };
                store::record_try(db, email.id, status, attempts, &error.answer, None).await?;
                metrics::counter!("iforum_emails_total", "outcome" => if last { "dead" } else { "retried" })
                    .increment(1);
                Err(if last {
                    Trouble::Fail(error.answer)
                } else {
                    Trouble::Retry(error.answer)
                })
            }
        }
    }
}

/// A letter of a list may wait for hours; who has withdrawn her consent meanwhile does not get it.
async fn left(ctx: &Ctx, email: &super::entity::Model) -> Result<bool> {
    let list = email.list.as_deref().and_then(super::lists::purpose);
    let Some((purpose, user)) = list.zip(email.user_id) else {
        return Ok(false);
    };
    Ok(!accounts::store::agrees(&ctx.app.db, user, purpose).await?)
}
