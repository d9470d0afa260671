//! The table `audit_record`.

use sea_orm::entity::prelude::*;

use crate::ids::{AuditId, UserId};

/// One decision or sign-in.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "audit_record")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: AuditId,
    /// When.
    pub at: DateTimeUtc,
    /// Whose account.
    pub actor_id: Option<UserId>,
    /// `anonymous`, `member`, `staff`, `system`.
    #[sea_orm(column_type = "Text")]
    pub actor: String,
    /// `need.published`.
    #[sea_orm(column_type = "Text")]
    pub action: String,
    /// `need`.
    #[sea_orm(column_type = "Text")]
    pub subject_kind: String,
    /// `need_…`.
    #[sea_orm(column_type = "Text")]
    pub subject_id: String,
    /// More, without personal data.
    pub detail: Json,
}

/// None: neighbours are fetched by id (see `loaders`).
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
