//! Mail: posted as a row in the transaction of a job, sent by a job of its own.
//!
//! ```text
//! queued ─▶ sent
//!    │ the server says "later" or is away: again after a growing pause
//!    └─▶ dead (the server says "never", or too many tries) ─▶ queued (an administrator sends again)
//! ```
//!
//! Each letter has a key (template, subject, person), unique in the table: it is posted once however
//! often its job runs. Its `Message-ID` is made when it is posted, so a copy sent twice is
//! recognisable as one.

pub mod entity;
pub mod graphql;
pub mod jobs;
mod letters;
pub mod service;
pub mod store;
mod transport;

pub use entity::EmailStatus;
pub use letters::Letter;
pub use transport::{Mailer, SendError};

use crate::accounts::User;
use crate::app::Ctx;
use crate::db::Txn;
use crate::error::Result;
use crate::ids::EmailId;

/// Posts a letter to a person, in the person's language; the same letter is posted once.
pub async fn post(ctx: &Ctx, txn: &Txn, to: &User, letter: Letter) -> Result<()> {
    let rendered = letter.render(to)?;
    let id = EmailId(ctx.app.ids.next());
    let host = ctx.app.config.public_url.host_str().unwrap_or("localhost");
    let row = entity::Model {
        id,
        user_id: to.id,
        to_name: to.name.clone(),
        to_address: to.email.clone(),
        template: letter.template.to_owned(),
        locale: to.locale,
        subject: rendered.subject,
        text_body: rendered.text,
        html_body: rendered.html,
        message_id: format!("<{}@{host}>", id.0.simple()),
        dedupe_key: format!("{}:{}:{}", letter.template, letter.about, to.id),
        status: EmailStatus::Queued,
        attempts: 0,
        last_answer: None,
        created_at: ctx.now(),
        sent_at: None,
    };
    if store::insert_once(txn, row).await? {
        ctx.enqueue(txn, &jobs::SendEmail { email_id: id }).await?;
    }
    Ok(())
}
