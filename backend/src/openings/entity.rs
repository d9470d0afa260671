//! The table `opening`.

use sea_orm::entity::prelude::*;

use crate::accounts::StaffRole;
use crate::ids::{NeedId, UserId};

/// The opening of a need's proposals.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "opening")]
pub struct Model {
    /// Of which need.
    #[sea_orm(primary_key, auto_increment = false)]
    pub need_id: NeedId,
    /// When the need closed.
    pub created_at: DateTimeUtc,
    /// Who opened for the need's owner.
    pub owner_by: Option<UserId>,
    /// When.
    pub owner_at: Option<DateTimeUtc>,
    /// Who opened for the alliance.
    pub alliance_by: Option<UserId>,
    /// In which role.
    pub alliance_role: Option<StaffRole>,
    /// When.
    pub alliance_at: Option<DateTimeUtc>,
    /// When both had, and all was opened.
    pub completed_at: Option<DateTimeUtc>,
}

/// None: neighbours are fetched by id (see `loaders`).
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
