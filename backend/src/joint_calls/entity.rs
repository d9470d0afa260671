//! The tables `joint_call` and `joint_call_need`.

use async_graphql::Enum;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::JointCallId;
use crate::text::BilingualText;

/// Why needs belong together.
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
pub enum JointCallKind {
    /// Cùng một nhu cầu.
    Similar,
    /// Bổ sung cho nhau.
    Complementary,
}

/// Where a joint call stands.
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
pub enum JointCallStatus {
    /// Chờ các bên trả lời.
    Proposed,
    /// Các bên đã đồng ý.
    Agreed,
    /// Không đủ bên đồng ý.
    Declined,
    /// Hết hiệu lực.
    Expired,
    /// Liên minh kết thúc.
    Ended,
}

/// What the owner of one of the needs said.
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
#[graphql(name = "JointCallAnswer")]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// Chưa trả lời.
    Waiting,
    /// Đồng ý.
    Consented,
    /// Từ chối.
    Declined,
    /// Nhu cầu không còn tiếp nhận.
    Left,
}

impl Answer {
    /// Answers with which a need is still part of the joint call.
    pub const STAYING: [Self; 2] = [Self::Waiting, Self::Consented];

    /// See [`Answer::STAYING`].
    pub fn stays(self) -> bool {
        Self::STAYING.contains(&self)
    }
}

/// Needs that could be one joint call, or are.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "joint_call")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: JointCallId,
    /// Why the needs belong together.
    pub kind: JointCallKind,
    /// Code of the region or economic zone that all lie in.
    #[sea_orm(column_type = "Text")]
    pub area: String,
    /// How alike they are, the least alike two of them: 0 to 1.
    pub score: f64,
    /// What they have in common, as it was when they were found.
    pub reason: BilingualText,
    /// Status.
    pub status: JointCallStatus,
    /// Why the alliance ended it.
    #[sea_orm(column_type = "Text", nullable)]
    pub status_reason: Option<String>,
    /// Version of the engine that found it.
    #[sea_orm(column_type = "Text")]
    pub engine_version: String,
    /// Version of the weights that it used.
    #[sea_orm(column_type = "Text")]
    pub weights_version: String,
    /// Version of the sentence model that it used; empty without one.
    #[sea_orm(column_type = "Text")]
    pub model_version: String,
    /// When.
    pub created_at: DateTimeUtc,
    /// When it was agreed, or ended in another way.
    pub decided_at: Option<DateTimeUtc>,
}

/// None: neighbours are fetched by id (see `loaders`).
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// The needs of joint calls.
pub mod part {
    use sea_orm::entity::prelude::*;

    use super::Answer;
    use crate::ids::{JointCallId, NeedId, OrganizationId, UserId};

    /// One need of one joint call.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "joint_call_need")]
    pub struct Model {
        /// Joint call.
        #[sea_orm(primary_key, auto_increment = false)]
        pub joint_call_id: JointCallId,
        /// Need.
        #[sea_orm(primary_key, auto_increment = false)]
        pub need_id: NeedId,
        /// Owner of the need.
        pub organization_id: OrganizationId,
        /// What she said.
        pub answer: Answer,
        /// Who said it for her.
        pub answered_by: Option<UserId>,
        /// When.
        pub answered_at: Option<DateTimeUtc>,
        /// Why she declined.
        #[sea_orm(column_type = "Text", nullable)]
        pub reason: Option<String>,
    }

    /// None.
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
