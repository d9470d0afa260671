//! The table `posting_vector`.

use sea_orm::entity::prelude::*;

/// The sentence vector of a posting's texts in one language.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "posting_vector")]
pub struct Model {
    /// Need, offer or researcher.
    #[sea_orm(primary_key, auto_increment = false)]
    pub posting_id: Uuid,
    /// `vi` or `en`.
    #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
    pub language: String,
    /// `need`, `offer` or `expert`.
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    /// Version of the model that computed it.
    #[sea_orm(column_type = "Text")]
    pub model: String,
    /// SHA-256 of the text, in hexadecimal.
    #[sea_orm(column_type = "Text")]
    pub text_hash: String,
    /// The numbers, four bytes each, the low one first.
    #[sea_orm(column_type = "Blob")]
    pub vector: Vec<u8>,
    /// When it was computed, or last found to be right.
    pub computed_at: DateTimeUtc,
}

/// None: nothing refers to it.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
