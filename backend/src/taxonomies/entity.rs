//! The table `taxonomy_edition`.

use matching::ConceptInfo;
use sea_orm::FromJsonQueryResult;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::{TaxonomyEditionId, UserId};

/// Concepts, in one column.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct Concepts(pub Vec<ConceptInfo>);

/// An edition of the concepts.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "taxonomy_edition")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: TaxonomyEditionId,
    /// Its name.
    #[sea_orm(column_type = "Text", unique)]
    pub version: String,
    /// What is new in it.
    #[sea_orm(column_type = "Text")]
    pub note: String,
    /// The concepts.
    pub concepts: Concepts,
    /// SHA-256 over the concepts, in hexadecimal: the same are kept once.
    #[sea_orm(column_type = "Text", unique)]
    pub content_hash: String,
    /// When it was written.
    pub created_at: DateTimeUtc,
    /// By whom.
    pub created_by: Option<UserId>,
    /// Since when the engine uses it; null while it does not.
    pub adopted_at: Option<DateTimeUtc>,
    /// Who adopted it.
    pub adopted_by: Option<UserId>,
}

/// None: nothing refers to it.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
