//! The table `need_flag_answer`.

use sea_orm::entity::prelude::*;

use crate::ids::{NeedId, UserId};

/// Why something that the linter flags is right as it is.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "need_flag_answer")]
pub struct Model {
    /// Of which need.
    #[sea_orm(primary_key, auto_increment = false)]
    pub need_id: NeedId,
    /// Code of the check.
    #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
    pub code: String,
    /// The justification.
    #[sea_orm(column_type = "Text")]
    pub text: String,
    /// Whose.
    pub answered_by: UserId,
    /// When.
    pub answered_at: DateTimeUtc,
}

/// None: neighbours are fetched by id (see `loaders`).
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
