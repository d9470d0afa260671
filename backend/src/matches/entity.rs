//! The table `match`.

use async_graphql::Enum;
use sea_orm::FromJsonQueryResult;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::{MatchId, NeedId, OfferId, OrganizationId, UserId};

/// Where a match stands.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    Enum,
    EnumIter,
    DeriveActiveEnum,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum MatchStatus {
    /// Gợi ý.
    Suggested,
    /// Đã kiểm duyệt.
    Reviewed,
    /// Đã giới thiệu.
    Introduced,
    /// Bên có nhu cầu đồng ý.
    AcceptedByNeed,
    /// Bên có giải pháp đồng ý.
    AcceptedByOffer,
    /// Hai bên đồng ý.
    Mutual,
    /// Đang trao đổi.
    InDialogue,
    /// Thành thỏa thuận.
    Converted,
    /// Từ chối.
    Declined,
    /// Hết hạn.
    Expired,
    /// Chặn.
    Blocked,
}

impl MatchStatus {
    /// States in which both sides have accepted.
    pub const MUTUAL: [Self; 3] = [Self::Mutual, Self::InDialogue, Self::Converted];

    /// See [`MatchStatus::MUTUAL`].
    pub fn is_mutual(self) -> bool {
        Self::MUTUAL.contains(&self)
    }

    /// False for what only the alliance may see.
    pub fn is_for_parties(self) -> bool {
        self != Self::Blocked
    }

    /// States that end when the need or the offer goes away.
    pub const PENDING: [Self; 5] = [
        Self::Suggested,
        Self::Reviewed,
        Self::Introduced,
        Self::AcceptedByNeed,
        Self::AcceptedByOffer,
    ];
}

/// One of the two sides.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    Enum,
    EnumIter,
    DeriveActiveEnum,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum MatchSide {
    /// The owner of the need.
    Need,
    /// The owner of the offer.
    Offer,
}

/// One factor as it was when the pair was ranked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StoredFactor {
    /// Name of the factor.
    pub key: String,
    /// 0 to 1.
    pub value: f64,
    /// Most points.
    pub weight: f64,
    /// value × weight.
    pub points: f64,
    /// Why, in Vietnamese.
    pub reason_vi: String,
    /// Why, in English.
    pub reason_en: String,
}

/// The explanation, in one column.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct Factors(pub Vec<StoredFactor>);

/// A need and an offer that the engine found for each other.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "match")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: MatchId,
    /// Need.
    pub need_id: NeedId,
    /// Offer.
    pub offer_id: OfferId,
    /// Owner of the need.
    pub need_organization_id: OrganizationId,
    /// Owner of the offer.
    pub offer_organization_id: OrganizationId,
    /// Status.
    pub status: MatchStatus,
    /// 0 to 100: the sum of the factors' points.
    pub score: f64,
    /// The explanation.
    pub factors: Factors,
    /// Version of the engine that ranked it.
    #[sea_orm(column_type = "Text")]
    pub engine_version: String,
    /// Version of the weights that it used.
    #[sea_orm(column_type = "Text")]
    pub weights_version: String,
    /// Version of the sentence model that it used; empty without one.
    #[sea_orm(column_type = "Text")]
    pub model_version: String,
    /// When the alliance introduced the two.
    pub introduced_at: Option<DateTimeUtc>,
    /// When the need's owner accepted.
    pub need_accepted_at: Option<DateTimeUtc>,
    /// Who accepted.
    pub need_accepted_by: Option<UserId>,
    /// When the offer's owner accepted.
    pub offer_accepted_at: Option<DateTimeUtc>,
    /// Who accepted.
    pub offer_accepted_by: Option<UserId>,
    /// Which side declined.
    pub declined_by: Option<MatchSide>,
    /// Why it ended.
    #[sea_orm(column_type = "Text", nullable)]
    pub status_reason: Option<String>,
    /// When.
    pub created_at: DateTimeUtc,
    /// When last.
    pub updated_at: DateTimeUtc,
}

/// None: neighbours are fetched by id (see `loaders`).
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
