//! The table `interest`.

use sea_orm::entity::prelude::*;

use crate::ids::{InterestId, NeedId, OrganizationId, UserId};

/// An organisation's interest in a need.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "interest")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: InterestId,
    /// The need.
    pub need_id: NeedId,
    /// Whose.
    pub organization_id: OrganizationId,
    /// Everybody may see it.
    pub is_public: bool,
    /// It looks for partners; only in public.
    pub seeks_partners: bool,
    /// What it brings, and whom it looks for.
    #[sea_orm(column_type = "Text")]
    pub note: String,
    /// Who said so last.
    pub registered_by: UserId,
    /// When first.
    pub created_at: DateTimeUtc,
    /// When last.
    pub updated_at: DateTimeUtc,
    /// When it was taken back.
    pub withdrawn_at: Option<DateTimeUtc>,
    /// Raised by one at each change.
    pub version: i32,
}

/// None: neighbours are fetched by id (see `loaders`).
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
