//! The tables `proposal`, `proposal_content`, `proposal_key` and `proposal_legacy`.

use async_graphql::Enum;
use sea_orm::FromJsonQueryResult;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::{NeedId, OrganizationId, ProposalId, UserId};

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

/// Organisations that propose together with a bidder, in one column.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct Partners(pub Vec<OrganizationId>);

/// What a firm would do about a need; what it says lies sealed in [`content`].
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
    /// Those who accepted to propose together with the bidder; what `consortium_member` says, here again so
    /// that the policy can answer for a loaded proposal.
    pub partners: Partners,
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
    /// Name of the key that signed the receipt.
    #[sea_orm(column_type = "Text", nullable)]
    pub receipt_key: Option<String>,
    /// The receipt's signature, in base64url.
    #[sea_orm(column_type = "Text", nullable)]
    pub receipt_signature: Option<String>,
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

impl Model {
    /// Who answers for it, then those who propose together with it.
    pub fn bidders(&self) -> impl Iterator<Item = OrganizationId> {
        std::iter::once(self.organization_id).chain(self.partners.0.iter().copied())
    }
}

/// What proposals say, sealed.
pub mod content {
    use sea_orm::entity::prelude::*;

    use crate::ids::ProposalId;

    /// What a proposal says: one document, encrypted under the proposal's own key.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "proposal_content")]
    pub struct Model {
        /// Whose.
        #[sea_orm(primary_key, auto_increment = false)]
        pub proposal_id: ProposalId,
        /// Generation of the key.
        pub generation: i32,
        /// Nonce and ciphertext.
        #[sea_orm(column_type = "Blob")]
        pub sealed: Vec<u8>,
    }

    /// None.
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Keys of proposals, wrapped by the vault; a table of its own, so that no list selects one.
pub mod key {
    use sea_orm::entity::prelude::*;

    use crate::ids::ProposalId;

    /// The key of a proposal's content.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "proposal_key")]
    pub struct Model {
        /// Whose.
        #[sea_orm(primary_key, auto_increment = false)]
        pub proposal_id: ProposalId,
        /// Raised when a new key takes the old one's place.
        pub generation: i32,
        /// The key, sealed by the vault.
        #[sea_orm(column_type = "Blob")]
        pub wrapped: Vec<u8>,
        /// When it was made.
        pub created_at: DateTimeUtc,
        /// When the opening released it; before that only its bidder may have it unwrapped.
        pub released_at: Option<DateTimeUtc>,
    }

    /// None.
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What stood in plain columns before proposals were sealed at rest; emptied when it was sealed.
pub mod legacy {
    use sea_orm::entity::prelude::*;

    use crate::ids::ProposalId;

    /// What a proposal said.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "proposal_legacy")]
    pub struct Model {
        /// Whose.
        #[sea_orm(primary_key, auto_increment = false)]
        pub proposal_id: ProposalId,
        /// The old columns as JSON.
        #[sea_orm(column_type = "Text")]
        pub content: String,
    }

    /// None.
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Files that belong to proposals.
pub mod attachment {
    use sea_orm::entity::prelude::*;

    use crate::ids::{AttachmentId, ProposalId};

    /// Where the sealed bytes of a file lie; what else is known of it stands in the proposal's document.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "proposal_attachment")]
    pub struct Model {
        /// Id.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: AttachmentId,
        /// Whose.
        pub proposal_id: ProposalId,
        /// SHA-256 of the sealed bytes, in hexadecimal: their name in the storage.
        #[sea_orm(column_type = "Text")]
        pub content: String,
    }

    /// None.
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
