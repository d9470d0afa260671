//! The table `rate_limit`.

use sea_orm::entity::prelude::*;

/// One bucket.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "rate_limit")]
pub struct Model {
    /// What and whose, as the vault's proof: no address can be read from it.
    #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
    pub key: String,
    /// Theoretical arrival of the next act, in nanoseconds since 1970 (0: never used).
    pub arrival: i64,
    /// When it is full again and may be forgotten.
    pub idle_at: DateTimeUtc,
}

/// None.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
