//! Outgoing mail in the API, for administrators.

use async_graphql::{Context, InputObject, Object, SimpleObject};
use chrono::{DateTime, Utc};

use super::{EmailStatus, entity, service, store};
use crate::graphql::{Result, ctx};
use crate::ids::EmailId;
use crate::loaders::{Ahead, Listed, Loaders};
use crate::paging::{List, PageArgs};
use crate::policy::Action;
use crate::text::Locale;

/// One outgoing email; its body is not shown.
pub struct Email(entity::Model);

/// One outgoing email; its body is not shown.
#[Object]
impl Email {
    /// Id.
    async fn id(&self) -> EmailId {
        self.0.id
    }

    /// To whom.
    async fn to_address(&self) -> &str {
        &self.0.to_address
    }

    /// Name of the template.
    async fn template(&self) -> &str {
        &self.0.template
    }

    /// Language.
    async fn locale(&self) -> Locale {
        self.0.locale
    }

    /// Subject.
    async fn subject(&self) -> &str {
        &self.0.subject
    }

    /// Queued, sent or given up.
    async fn status(&self) -> EmailStatus {
        self.0.status
    }

    /// Tries so far.
    async fn attempts(&self) -> i32 {
        self.0.attempts
    }

    /// What the server said last.
    async fn last_answer(&self) -> Option<&str> {
        self.0.last_answer.as_deref()
    }

    /// Its Message-ID, the same however often it is sent.
    async fn message_id(&self) -> &str {
        &self.0.message_id
    }

    /// When it was posted.
    async fn created_at(&self) -> DateTime<Utc> {
        self.0.created_at
    }

    /// When the server took it.
    async fn sent_at(&self) -> Option<DateTime<Utc>> {
        self.0.sent_at
    }
}

impl Listed for Email {
    type Row = entity::Model;

    fn of(row: Self::Row) -> Self {
        Self(row)
    }

    async fn fetch_ahead(_: &[&Self::Row], _: &Ahead<'_>, _: &Loaders) -> crate::error::Result<()> {
        Ok(())
    }
}

/// What a list of emails is narrowed to.
#[derive(InputObject, Default)]
pub struct EmailFilter {
    /// Only these.
    status: Option<EmailStatus>,
}

/// Names an email.
#[derive(InputObject)]
pub struct EmailIdInput {
    /// The email.
    email_id: EmailId,
}

/// The email after the change.
#[derive(SimpleObject)]
pub struct EmailPayload {
    /// The email.
    email: Email,
}

/// Questions about mail.
#[derive(Default)]
pub struct MailQuery;

#[Object]
impl MailQuery {
    /// Outgoing mail with the server's answers, newest first; administrators only.
    async fn emails(
        &self,
        gql: &Context<'_>,
        filter: Option<EmailFilter>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> Result<List<Email>> {
        let ctx = ctx(gql);
        ctx.authorize(Action::AdministerMail)?;
        let args = PageArgs {
            first,
            after,
            last,
            before,
        };
        let status = filter.unwrap_or_default().status;
        store::list(ctx, status, args)
            .await?
            .connection::<Email>(gql)
            .await
    }
}

/// Changes to mail.
#[derive(Default)]
pub struct MailMutation;

#[Object]
impl MailMutation {
    /// Puts an email that was given up back into the queue; administrators only.
    async fn retry_email(&self, gql: &Context<'_>, input: EmailIdInput) -> Result<EmailPayload> {
        let email = Email(service::retry(ctx(gql), input.email_id).await?);
        Ok(EmailPayload { email })
    }
}
