//! The table `domain`.

use async_graphql::Enum;
use sea_orm::FromJsonQueryResult;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// Where a domain comes from.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Enum, EnumIter, DeriveActiveEnum,
)]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum DomainKind {
    /// A section of ISO 37122.
    #[sea_orm(string_value = "iso37122")]
    #[serde(rename = "ISO37122")]
    #[graphql(name = "ISO37122")]
    Iso37122,
    /// A tag across the sections.
    #[sea_orm(string_value = "cross_cutting")]
    #[serde(rename = "CROSS_CUTTING")]
    CrossCutting,
}

/// Focus area of the ASEAN Smart Cities Network.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Enum, EnumIter, DeriveActiveEnum,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum AscnArea {
    /// Công dân và xã hội.
    CivicSocial,
    /// Y tế và sức khỏe.
    HealthWellbeing,
    /// An toàn và an ninh.
    SafetySecurity,
    /// Môi trường chất lượng.
    QualityEnvironment,
    /// Hạ tầng xây dựng.
    BuiltInfrastructure,
    /// Công nghiệp và đổi mới sáng tạo.
    IndustryInnovation,
}

impl AscnArea {
    /// The code as everybody spells it.
    pub fn code(self) -> &'static str {
        match self {
            Self::CivicSocial => "CIVIC_SOCIAL",
            Self::HealthWellbeing => "HEALTH_WELLBEING",
            Self::SafetySecurity => "SAFETY_SECURITY",
            Self::QualityEnvironment => "QUALITY_ENVIRONMENT",
            Self::BuiltInfrastructure => "BUILT_INFRASTRUCTURE",
            Self::IndustryInnovation => "INDUSTRY_INNOVATION",
        }
    }
}

/// Words people use for a domain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct Words(pub Vec<String>);

/// One domain.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "domain")]
pub struct Model {
    /// `TRA`.
    #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
    pub code: String,
    /// Kind.
    pub kind: DomainKind,
    /// Vietnamese name.
    #[sea_orm(column_type = "Text")]
    pub name_vi: String,
    /// English name.
    #[sea_orm(column_type = "Text")]
    pub name_en: String,
    /// Focus area, for sections.
    pub ascn_area: Option<AscnArea>,
    /// Vietnamese synonyms.
    pub synonyms_vi: Words,
    /// English synonyms.
    pub synonyms_en: Words,
}

/// None: neighbours are fetched by id (see `loaders`).
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
