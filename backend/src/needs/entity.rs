//! The tables `need`, `need_domain` and `need_brief`.

use async_graphql::Enum;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::{NeedId, OrganizationId, UserId};
use crate::postings::{ContractType, DeliveryModel, HiddenFor};
use crate::text::BilingualText;

/// Where a need stands.
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
pub enum NeedStatus {
    /// Bản nháp.
    Draft,
    /// Chờ duyệt.
    UnderReview,
    /// Yêu cầu chỉnh sửa.
    ChangesRequested,
    /// Tham vấn thị trường.
    Consultation,
    /// Đang tiếp nhận.
    Open,
    /// Đã đóng.
    Closed,
    /// Đang đánh giá.
    Evaluating,
    /// Đã ghép nối.
    Matched,
    /// Đã ký thỏa thuận.
    InAgreement,
    /// Hoàn thành.
    Completed,
    /// Hủy.
    Cancelled,
    /// Không thành.
    Unsuccessful,
    /// Rút.
    Withdrawn,
    /// Chuyển sang VNEPS.
    HandedOver,
}

/// What a locality looks for.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "need")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: NeedId,
    /// Owner.
    pub organization_id: OrganizationId,
    /// Who began it.
    pub created_by: UserId,
    /// Where.
    #[sea_orm(column_type = "Text", nullable)]
    pub place_id: Option<String>,
    /// Title.
    pub title: BilingualText,
    /// The problem in a few sentences.
    pub summary: BilingualText,
    /// Everything else.
    pub description: BilingualText,
    /// Folded texts, for filtering.
    #[sea_orm(column_type = "Text")]
    pub search_text: String,
    /// Đồng, at least.
    pub budget_min: Option<i64>,
    /// Đồng, at most.
    pub budget_max: Option<i64>,
    /// Contract type wanted.
    pub contract_type: Option<ContractType>,
    /// Delivery model wanted.
    pub delivery_model: Option<DeliveryModel>,
    /// Level of Circular 03/2026 aimed at: 1 to 3.
    pub maturity_target: Option<i32>,
    /// Deadline.
    pub closes_at: Option<DateTimeUtc>,
    /// Status.
    pub status: NeedStatus,
    /// Why it ended.
    #[sea_orm(column_type = "Text", nullable)]
    pub status_reason: Option<String>,
    /// Version.
    pub version: i32,
    /// Planted for demonstration.
    pub demonstration: bool,
    /// First time public.
    pub published_at: Option<DateTimeUtc>,
    /// Place in lists: publication, before it creation.
    pub listed_at: DateTimeUtc,
    /// When.
    pub created_at: DateTimeUtc,
    /// When last.
    pub updated_at: DateTimeUtc,
    /// Why it is out of sight; null while it is not.
    pub hidden_for: Option<HiddenFor>,
    /// Who bid what is kept from the owner too, until the evaluation is approved.
    pub bidders_masked: bool,
    /// When what everybody may know of it changed last.
    pub released_at: DateTimeUtc,
    /// Who at the province completes it for a commune; null while nobody was asked.
    pub focal_point_id: Option<OrganizationId>,
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

    /// The need without a word of what it says, for those who may know of it and not read it.
    #[must_use]
    pub fn unread(self) -> Self {
        Self {
            title: BilingualText::default(),
            summary: BilingualText::default(),
            description: BilingualText::default(),
            search_text: String::new(),
            budget_min: None,
            budget_max: None,
            contract_type: None,
            delivery_model: None,
            maturity_target: None,
            status_reason: None,
            ..self
        }
    }
}

/// Domains of needs.
pub mod domain {
    use sea_orm::entity::prelude::*;

    use crate::ids::NeedId;

    /// One domain of one need.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "need_domain")]
    pub struct Model {
        /// Need.
        #[sea_orm(primary_key, auto_increment = false)]
        pub need_id: NeedId,
        /// Domain.
        #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
        pub domain_code: String,
    }

    /// None: neighbours are fetched by id (see `loaders`).
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Briefs of needs.
pub mod brief {
    use sea_orm::entity::prelude::*;

    use crate::ids::NeedId;
    use crate::needs::brief::NeedBrief;

    /// What one need says beside its texts.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "need_brief")]
    pub struct Model {
        /// Need.
        #[sea_orm(primary_key, auto_increment = false)]
        pub need_id: NeedId,
        /// What it says.
        pub content: NeedBrief,
    }

    /// None: neighbours are fetched by id (see `loaders`).
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
