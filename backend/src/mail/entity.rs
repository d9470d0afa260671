//! The table `email`.

use async_graphql::Enum;
use sea_orm::entity::prelude::*;

use crate::ids::{EmailId, LinkId, UserId};
use crate::text::Locale;

/// Where an email stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum EmailStatus {
    /// To be sent.
    Queued,
    /// The server took it.
    Sent,
    /// Given up.
    Dead,
}

/// One outgoing email.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "email")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: EmailId,
    /// To whom, where there is an account.
    pub user_id: Option<UserId>,
    /// Name then.
    #[sea_orm(column_type = "Text")]
    pub to_name: String,
    /// Address then.
    #[sea_orm(column_type = "Text")]
    pub to_address: String,
    /// Name of the template.
    #[sea_orm(column_type = "Text")]
    pub template: String,
    /// Language.
    pub locale: Locale,
    /// Subject.
    #[sea_orm(column_type = "Text")]
    pub subject: String,
    /// Plain text.
    #[sea_orm(column_type = "Text")]
    pub text_body: String,
    /// HTML.
    #[sea_orm(column_type = "Text")]
    pub html_body: String,
    /// The same however often it is sent.
    #[sea_orm(column_type = "Text", unique)]
    pub message_id: String,
    /// Template, subject, person.
    #[sea_orm(column_type = "Text", unique)]
    pub dedupe_key: String,
    /// Status.
    pub status: EmailStatus,
    /// Tries.
    pub attempts: i32,
    /// What the server said last.
    #[sea_orm(column_type = "Text", nullable)]
    pub last_answer: Option<String>,
    /// When posted.
    pub created_at: DateTimeUtc,
    /// When the server took it.
    pub sent_at: Option<DateTimeUtc>,
    /// The link whose secret part is put in when it is handed over.
    pub link_id: Option<LinkId>,
    /// The list it belongs to, which its reader may leave.
    #[sea_orm(column_type = "Text", nullable)]
    pub list: Option<String>,
}

/// None: neighbours are fetched by id (see `loaders`).
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
