//! The table `proposal`.

use async_graphql::Enum;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::{NeedId, OrganizationId, ProposalId, UserId};
use crate::text::Locale;

/// Where a proposal stands.
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
pub enum ProposalStatus {
    /// Bản nháp.
    Draft,
    /// Chờ thành viên xác nhận.
    AwaitingSignoff,
    /// Đã nộp.
    Submitted,
    /// Đã mở.
    Opened,
    /// Đang đánh giá.
    UnderEvaluation,
    /// Vào danh sách ngắn.
    Shortlisted,
    /// Được chọn.
    Selected,
    /// Không được chọn.
    NotSelected,
    /// Bị loại.
    Disqualified,
    /// Đã rút.
    Withdrawn,
}

/// What a firm would do about a need.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "proposal")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ProposalId,
    /// Need.
    pub need_id: NeedId,
    /// Bidder.
    pub organization_id: OrganizationId,
    /// Who began it.
    pub created_by: UserId,
    /// Language it is written in.
    pub language: Locale,
    /// In a few sentences.
    #[sea_orm(column_type = "Text")]
    pub summary: String,
    /// How.
    #[sea_orm(column_type = "Text")]
    pub approach: String,
    /// Đồng.
    pub price_amount: Option<i64>,
    /// Months.
    pub duration_months: Option<i32>,
    /// Status.
    pub status: ProposalStatus,
    /// Why it was selected, not selected or withdrawn.
    #[sea_orm(column_type = "Text", nullable)]
    pub decision_reason: Option<String>,
    /// Version.
    pub version: i32,
    /// SHA-256 of the canonical content.
    #[sea_orm(column_type = "Text", nullable)]
    pub receipt: Option<String>,
    /// When it was submitted.
    pub submitted_at: Option<DateTimeUtc>,
    /// When it was decided.
    pub decided_at: Option<DateTimeUtc>,
    /// Who decided.
    pub decided_by: Option<UserId>,
    /// When.
    pub created_at: DateTimeUtc,
    /// When last.
    pub updated_at: DateTimeUtc,
}

/// None: neighbours are fetched by id (see `loaders`).
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
