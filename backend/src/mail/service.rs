//! The use case of an administrator: send a dead letter again.

use super::entity::{EmailStatus, Model};
use super::jobs::SendEmail;
use super::store;
use crate::app::Ctx;
use crate::audit::{self, Subject};
use crate::error::{Error, Result};
use crate::ids::EmailId;
use crate::policy::Action;
use crate::text::say;

/// Puts a dead email back into the queue.
pub async fn retry(ctx: &Ctx, id: EmailId) -> Result<Model> {
    ctx.authorize(Action::AdministerMail)?;
    let txn = ctx.begin().await?;
    let email = store::find(&txn, id).await?;
    let email = email
        .filter(|email| !store::SEALED.contains(&email.template.as_str()))
        .ok_or_else(Error::not_found)?;
    if email.status != EmailStatus::Dead {
        return Err(Error::illegal_transition(say(
            "Chỉ gửi lại được email đã ngừng gửi.",
            "Only an email that was given up can be sent again.",
        )));
    }
    let answer = email.last_answer.clone().unwrap_or_default();
    store::record_try(&txn, id, EmailStatus::Queued, 0, &answer, None).await?;
    audit::record(ctx, &txn, "email.retried", Subject::email(id), &()).await?;
    ctx.enqueue(&txn, &SendEmail { email_id: id }).await?;
    txn.commit().await?;
    Ok(Model {
        status: EmailStatus::Queued,
        attempts: 0,
        ..email
    })
}
