//! The table `need_question`.

use sea_orm::entity::prelude::*;

use crate::ids::{NeedId, OrganizationId, QuestionId, UserId};

/// A question about an open need.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "need_question")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: QuestionId,
    /// About which need.
    pub need_id: NeedId,
    /// For which organisation it was asked; never shown.
    pub organization_id: OrganizationId,
    /// By whom; never shown.
    pub asked_by: UserId,
    /// The question.
    #[sea_orm(column_type = "Text")]
    pub text: String,
    /// When.
    pub asked_at: DateTimeUtc,
    /// The owner's answer.
    #[sea_orm(column_type = "Text", nullable)]
    pub answer: Option<String>,
    /// By whom.
    pub answered_by: Option<UserId>,
    /// When.
    pub answered_at: Option<DateTimeUtc>,
    /// Since when the alliance keeps it out of sight.
    pub hidden_at: Option<DateTimeUtc>,
    /// Who decided that.
    pub hidden_by: Option<UserId>,
    /// Why.
    #[sea_orm(column_type = "Text", nullable)]
    pub hidden_reason: Option<String>,
    /// Raised by one at each change.
    pub version: i32,
}

/// None: neighbours are fetched by id (see `loaders`).
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
