//! The table `need_addendum`.

use sea_orm::entity::prelude::*;

use crate::ids::{AddendumId, NeedId, UserId};
use crate::text::BilingualText;

/// Something that was added to an open need.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "need_addendum")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: AddendumId,
    /// To which need.
    pub need_id: NeedId,
    /// 1, 2, …
    pub number: i32,
    /// What it says.
    pub text: BilingualText,
    /// The deadline before it, where it moved it.
    pub closed_before: Option<DateTimeUtc>,
    /// The deadline after it, where it moved it.
    pub closes_at: Option<DateTimeUtc>,
    /// By whom.
    pub published_by: UserId,
    /// When.
    pub published_at: DateTimeUtc,
}

/// None: neighbours are fetched by id (see `loaders`).
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
