//! The table `saved_search`.

use async_graphql::Enum;
use sea_orm::FromJsonQueryResult;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::{SavedSearchId, UserId};
use crate::search::Question;

/// How often its owner is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum, EnumIter, DeriveActiveEnum)]
#[graphql(name = "AlertFrequency")]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Frequency {
    /// Within minutes.
    Immediate,
    /// In the morning, at eight in Vietnam.
    Daily,
    /// On Monday morning, at eight in Vietnam.
    Weekly,
    /// Never: it is only kept.
    Never,
}

/// What is searched for, in one column.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct Criteria(pub Question);

/// A search that somebody saved.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "saved_search")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SavedSearchId,
    /// Whose.
    pub user_id: UserId,
    /// What she calls it.
    #[sea_orm(column_type = "Text")]
    pub name: String,
    /// What is searched for.
    pub criteria: Criteria,
    /// How often she is told.
    pub frequency: Frequency,
    /// Until when it was looked at.
    pub seen_until: DateTimeUtc,
    /// When the last letter was written.
    pub alerted_at: Option<DateTimeUtc>,
    /// When.
    pub created_at: DateTimeUtc,
}

/// None: neighbours are fetched by id (see `loaders`).
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
