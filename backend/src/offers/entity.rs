//! The tables `offer`, `offer_domain` and `offer_place`.

use async_graphql::Enum;
use sea_orm::FromJsonQueryResult;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::{OfferId, OrganizationId, UserId};
use crate::postings::{ContractTypes, DeliveryModels, HiddenFor};
use crate::text::BilingualText;

/// Where an offer stands.
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
pub enum OfferStatus {
    /// Bản nháp.
    Draft,
    /// Chờ duyệt.
    UnderReview,
    /// Đang đăng.
    Published,
    /// Tạm ẩn.
    Paused,
    /// Hết hạn.
    Expired,
    /// Lưu trữ.
    Archived,
    /// Từ chối.
    Rejected,
}

impl OfferStatus {
    /// States in which everybody may read an offer that was published; what ended leaves a tombstone.
    pub const PUBLIC: [Self; 3] = [Self::Published, Self::Expired, Self::Archived];

    /// See [`OfferStatus::PUBLIC`].
    pub fn is_public(self) -> bool {
        Self::PUBLIC.contains(&self)
    }
}

/// How far a solution has come.
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
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum OfferMaturity {
    /// An idea on paper.
    Concept,
    /// It works in a laboratory.
    Prototype,
    /// It was tried in a real place.
    Piloted,
    /// It is in use.
    Deployed,
    /// It is in use in many places.
    Scaled,
}

/// An earlier delivery.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reference {
    /// What, for whom.
    pub name: String,
    /// Where.
    pub place_id: Option<String>,
    /// When.
    pub year: Option<i32>,
}

/// Earlier deliveries, in one column.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct References(pub Vec<Reference>);

/// What a firm can deliver.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "offer")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: OfferId,
    /// Owner.
    pub organization_id: OrganizationId,
    /// Who began it.
    pub created_by: UserId,
    /// Title.
    pub title: BilingualText,
    /// In a few sentences.
    pub summary: BilingualText,
    /// Everything else.
    pub description: BilingualText,
    /// Folded texts, for filtering.
    #[sea_orm(column_type = "Text")]
    pub search_text: String,
    /// Đồng, at least.
    pub price_min: Option<i64>,
    /// Đồng, at most.
    pub price_max: Option<i64>,
    /// Contract types the firm can enter.
    pub contract_types: ContractTypes,
    /// Delivery models the firm can enter.
    pub delivery_models: DeliveryModels,
    /// How far it has come.
    pub maturity: Option<OfferMaturity>,
    /// Earlier deliveries.
    pub references: References,
    /// Until when it is public.
    pub expires_at: Option<DateTimeUtc>,
    /// Status.
    pub status: OfferStatus,
    /// Why it was rejected or ended.
    #[sea_orm(column_type = "Text", nullable)]
    pub status_reason: Option<String>,
    /// Version.
    pub version: i32,
    /// Planted for demonstration.
    pub demonstration: bool,
    /// First time public.
    pub published_at: Option<DateTimeUtc>,
    /// Place in lists.
    pub listed_at: DateTimeUtc,
    /// When.
    pub created_at: DateTimeUtc,
    /// When last.
    pub updated_at: DateTimeUtc,
    /// Why it is out of sight; null while it is not.
    pub hidden_for: Option<HiddenFor>,
}

/// None: neighbours are fetched by id (see `loaders`).
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// Out of sight of everybody but its own organisation and the alliance's staff.
    pub fn is_hidden(&self) -> bool {
        self.hidden_for.is_some()
    }

    /// The offer without a word of what it says, for those who may know of it and not read it.
    #[must_use]
    pub fn unread(self) -> Self {
        Self {
            title: BilingualText::default(),
            summary: BilingualText::default(),
            description: BilingualText::default(),
            search_text: String::new(),
            price_min: None,
            price_max: None,
            contract_types: ContractTypes::default(),
            delivery_models: DeliveryModels::default(),
            maturity: None,
            references: References::default(),
            ..self
        }
    }
}

/// Domains of offers.
pub mod domain {
    use sea_orm::entity::prelude::*;

    use crate::ids::OfferId;

    /// One domain of one offer.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "offer_domain")]
    pub struct Model {
        /// Offer.
        #[sea_orm(primary_key, auto_increment = false)]
        pub offer_id: OfferId,
        /// Domain.
        #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
        pub domain_code: String,
    }

    /// None: neighbours are fetched by id (see `loaders`).
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Places that offers cover.
pub mod place {
    use sea_orm::entity::prelude::*;

    use crate::ids::OfferId;

    /// One place of one offer; an offer without any covers the country.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "offer_place")]
    pub struct Model {
        /// Offer.
        #[sea_orm(primary_key, auto_increment = false)]
        pub offer_id: OfferId,
        /// Place.
        #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
        pub place_id: String,
    }

    /// None: neighbours are fetched by id (see `loaders`).
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
