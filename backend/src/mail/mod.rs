//! Mail: posted as a row in the transaction of a job, sent by a job of its own.
//!
//! ```text
//! queued ─▶ sent
//!    │ the server says "later" or is away: again after a growing pause
//!    └─▶ dead (the server says "never", or too many tries) ─▶ queued (an administrator sends again)
//! ```
//!
//! A letter with a link that proves who opens it (`links`) is kept without the link's secret part, which
//! is put in when the letter is handed over.
//!
//! Each letter has a key (template, subject, person), unique in the table: it is posted once however
//! often its job runs. Its `Message-ID` is made when it is posted, so a copy sent twice is
//! recognisable as one.

pub mod entity;
pub mod graphql;
pub mod jobs;
mod letters;
pub mod lists;
pub mod service;
pub mod store;
mod transport;

pub use entity::EmailStatus;
pub use letters::Letter;
pub use transport::{Mailer, SendError};

use crate::accounts::User;
use crate::app::{App, Ctx};
use crate::db::Txn;
use crate::error::Result;
use crate::ids::{EmailId, UserId};
use crate::links;
use crate::text::Locale;

/// Whom a letter goes to.
#[derive(Clone, Debug)]
pub struct Recipient {
    /// The account, if there is one.
    pub user_id: Option<UserId>,
    /// Name.
    pub name: String,
    /// Address as typed.
    pub address: String,
    /// Language.
    pub locale: Locale,
}

impl From<&User> for Recipient {
    fn from(user: &User) -> Self {
        Self {
            user_id: Some(user.id),
            name: user.name.clone(),
            address: user.email.clone(),
            locale: user.locale,
        }
    }
}

/// Posts a letter to a person, in the person's language; the same letter is posted once.
pub async fn post(ctx: &Ctx, txn: &Txn, to: &User, letter: Letter) -> Result<()> {
    post_to(ctx, txn, &Recipient::from(to), letter).await
}

/// As [`post`], to somebody who may have no account.
pub async fn post_to(ctx: &Ctx, txn: &Txn, to: &Recipient, letter: Letter) -> Result<()> {
    let whom = match to.user_id {
        Some(id) => id.to_string(),
        None => to.address.to_lowercase(),
    };
    let leave = match (letter.list, to.user_id) {
        (Some(list), Some(user)) => Some(lists::page(&ctx.app, list, user, to.locale)?),
        _ => None,
    };
    let rendered = letter.render(to, leave.as_deref())?;
    let id = EmailId(ctx.app.ids.next());
    let host = ctx.app.config.public_url.host_str().unwrap_or("localhost");
    let row = entity::Model {
        id,
        user_id: to.user_id,
        to_name: to.name.clone(),
        to_address: to.address.clone(),
        template: letter.template.to_owned(),
        locale: to.locale,
        subject: rendered.subject,
        text_body: rendered.text,
        html_body: rendered.html,
        message_id: format!("<{}@{host}>", id.0.simple()),
        dedupe_key: format!("{}:{}:{whom}", letter.template, letter.about),
        status: EmailStatus::Queued,
        attempts: 0,
        last_answer: None,
        created_at: ctx.now(),
        sent_at: None,
        link_id: letter.link_id,
        list: letter.list.map(str::to_owned),
    };
    if store::insert_once(txn, row).await? {
        ctx.enqueue(txn, &jobs::SendEmail { email_id: id }).await?;
    }
    Ok(())
}

/// The letter as its reader gets it: with the secret part of its link.
pub fn whole(app: &App, mut email: entity::Model) -> Result<entity::Model> {
    if let Some(id) = email.link_id {
        let (name, token) = (id.to_string(), links::token(app, id)?);
        email.text_body = email.text_body.replace(&name, &token);
        email.html_body = email.html_body.replace(&name, &token);
    }
    Ok(email)
}
