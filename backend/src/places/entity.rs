//! The table `place`.

use async_graphql::Enum;
use sea_orm::FromJsonQueryResult;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// What kind of unit, then or now.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Enum, EnumIter, DeriveActiveEnum,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum PlaceKind {
    /// A province of today.
    Province,
    /// A centrally-run city of today.
    City,
    /// A province that was.
    FormerProvince,
    /// A centrally-run city that was.
    FormerCity,
}

/// Codes of the zones a unit was in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct Codes(pub Vec<String>);

/// One unit during one time.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "place")]
pub struct Model {
    /// `vn34-79`, `vn63-74`.
    #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
    pub id: String,
    /// Two digits of Decision 19/2025/QĐ-TTg (or its predecessor).
    #[sea_orm(column_type = "Text")]
    pub code: String,
    /// Kind.
    pub kind: PlaceKind,
    /// Short name.
    #[sea_orm(column_type = "Text")]
    pub name_vi: String,
    /// Short name.
    #[sea_orm(column_type = "Text")]
    pub name_en: String,
    /// Name with its type.
    #[sea_orm(column_type = "Text")]
    pub full_name_vi: String,
    /// Name with its type.
    #[sea_orm(column_type = "Text")]
    pub full_name_en: String,
    /// Region code (Resolution 306/NQ-CP).
    #[sea_orm(column_type = "Text")]
    pub region: String,
    /// First day.
    pub valid_from: Option<Date>,
    /// Last day.
    pub valid_until: Option<Date>,
    /// Today's unit.
    #[sea_orm(column_type = "Text", nullable)]
    pub successor: Option<String>,
    /// Key economic zones.
    pub economic_zones: Codes,
}

/// None: neighbours are fetched by id (see `loaders`).
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
