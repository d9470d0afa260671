//! The two ways out: an SMTP server with pooled connections, or files in a local outbox.

use lettre::message::header::{Header, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};
use lettre::transport::smtp::PoolConfig;
use lettre::{
    Address, AsyncFileTransport, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
};
use secrecy::ExposeSecret;

use super::entity::Model;
use crate::config::Config;
use crate::error::{Error, Result};

/// Connections kept to the SMTP server.
const POOL: u32 = 4;

/// Where a list is left.
#[derive(Clone)]
struct ListUnsubscribe(String);

impl Header for ListUnsubscribe {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("List-Unsubscribe")
    }

    fn parse(text: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self(text.to_owned()))
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), self.0.clone())
    }
}

/// That one click is enough.
#[derive(Clone)]
struct ListUnsubscribePost;

impl Header for ListUnsubscribePost {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("List-Unsubscribe-Post")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "List-Unsubscribe=One-Click".to_owned())
    }
}

/// Sends emails.
pub struct Mailer {
    from: Mailbox,
    way: Way,
}

enum Way {
    Smtp(AsyncSmtpTransport<Tokio1Executor>),
    Outbox(AsyncFileTransport<Tokio1Executor>),
}

/// The server did not take an email.
#[derive(Debug)]
pub struct SendError {
    /// True when it never will.
    pub permanent: bool,
    /// What it said.
    pub answer: String,
}

impl Mailer {
    /// SMTP when it is configured, else the outbox folder.
    pub fn from_config(config: &Config) -> Result<Self> {
        let wrong = |e: String| Error::internal(format!("mail: {e}"));
        let from = config
            .mail_from
            .parse()
            .map_err(|e: lettre::address::AddressError| wrong(e.to_string()))?;
        let url = config.smtp_url.expose_secret();
        let way = if url.is_empty() {
            let folder = config.storage_folder().join("outbox");
            std::fs::create_dir_all(&folder)
                .map_err(|e| wrong(format!("{}: {e}", folder.display())))?;
            Way::Outbox(AsyncFileTransport::new(folder))
        } else {
            let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
                .map_err(|e| wrong(format!("smtp_url: {e}")))?
                .timeout(Some(std::time::Duration::from_secs(20)))
                .pool_config(PoolConfig::new().max_size(POOL))
                .build();
            Way::Smtp(transport)
        };
        Ok(Self { from, way })
    }

    /// Hands one email over; the answer is the server's.
    pub async fn send(&self, email: &Model, leave: Option<&str>) -> Result<String, SendError> {
        let message = self.message(email, leave).map_err(|answer| SendError {
            permanent: true,
            answer,
        })?;
        match &self.way {
            Way::Smtp(transport) => match transport.send(message).await {
                Ok(response) => Ok(format!(
                    "{} {}",
                    response.code(),
                    response.message().collect::<Vec<_>>().join(" ")
                )),
                Err(e) => Err(SendError {
                    permanent: e.is_permanent(),
                    answer: e.to_string(),
                }),
            },
            Way::Outbox(transport) => match transport.send(message).await {
                Ok(name) => Ok(format!("kept in the local outbox as {name}.eml")),
                Err(e) => Err(SendError {
                    permanent: false,
                    answer: e.to_string(),
                }),
            },
        }
    }

    fn message(&self, email: &Model, leave: Option<&str>) -> Result<Message, String> {
        let address: Address = email.to_address.parse().map_err(|e| format!("{e}"))?;
        let mut builder = Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(Some(email.to_name.clone()), address))
            .subject(email.subject.clone())
            .message_id(Some(email.message_id.clone()))
            .date(email.created_at.into());
        if let Some(link) = leave {
            // One click, in the reader's mail program (RFC 8058).
            builder = builder
                .header(ListUnsubscribe(format!("<{link}>")))
                .header(ListUnsubscribePost);
        }
        builder
            .multipart(MultiPart::alternative_plain_html(
                email.text_body.clone(),
                email.html_body.clone(),
            ))
            .map_err(|e| e.to_string())
    }
}
