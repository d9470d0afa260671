//! The tables of agreements: their life, and each version of their text.

use async_graphql::Enum;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::{AgreementId, MatchId, NeedId, OrganizationId, ProposalId, UserId};
use crate::postings::ContractType;
use crate::text::BilingualText;

/// What two sides agree to do.
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
#[graphql(name = "AgreementKind")]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Biên bản ghi nhớ.
    Memorandum,
    /// Thử nghiệm có kiểm soát.
    Pilot,
    /// Thuê dịch vụ.
    ServiceLease,
    /// Chuẩn bị dự án PPP.
    PppPreparation,
}

/// Where an agreement stands.
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
pub enum AgreementStatus {
    /// Soạn thảo.
    Drafting,
    /// Chờ ký.
    PendingSignature,
    /// Hiệu lực.
    Active,
    /// Hoàn thành.
    Completed,
    /// Chấm dứt trước hạn.
    Terminated,
    /// Hết hạn mà chưa ghi nhận kết quả.
    Expired,
    /// Hủy trước khi ký.
    Cancelled,
}

impl AgreementStatus {
    /// States in which its text was signed by both sides once.
    pub const SIGNED: [Self; 4] = [
        Self::Active,
        Self::Completed,
        Self::Terminated,
        Self::Expired,
    ];
}

/// What happens to its text now.
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
#[graphql(name = "AgreementNegotiation")]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Negotiation {
    /// Hai bên lần lượt sửa.
    Editing,
    /// Hai bên đã thống nhất, chờ ký.
    Signing,
    /// Không có bản nào đang bàn.
    Settled,
}

/// One of the two sides.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    Enum,
    EnumIter,
    DeriveActiveEnum,
)]
#[graphql(name = "AgreementSide")]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// Bên có nhu cầu.
    Owner,
    /// Bên thực hiện.
    Partner,
}

impl Side {
    /// The one across the table.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Owner => Self::Partner,
            Self::Partner => Self::Owner,
        }
    }
}

/// How much of an agreement a side lets everybody see once it is signed.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    Enum,
    EnumIter,
    DeriveActiveEnum,
)]
#[graphql(name = "AgreementPublication")]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Publication {
    /// Không công khai.
    Hidden,
    /// Công khai các bên, loại, thời gian, nhu cầu và mốc tiến độ.
    Summary,
    /// Công khai cả điều khoản và số tiền.
    Whole,
}

/// An agreement between the owner of a need and who does something about it.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "agreement")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: AgreementId,
    /// Number as people cite it; it says the year and nothing else.
    #[sea_orm(column_type = "Text", unique)]
    pub number: String,
    /// Kind.
    pub kind: Kind,
    /// Contract type that is prepared.
    pub contract_type: Option<ContractType>,
    /// The need it is about.
    pub need_id: Option<NeedId>,
    /// The selected proposal it came from.
    pub proposal_id: Option<ProposalId>,
    /// The mutual match it came from.
    pub match_id: Option<MatchId>,
    /// The side that has the need.
    pub owner_id: OrganizationId,
    /// The side that does something about it.
    pub partner_id: OrganizationId,
    /// The owner's name as the text has it.
    pub owner_name: BilingualText,
    /// The partner's name as the text has it.
    pub partner_name: BilingualText,
    /// Title: of the text in force, before of the last that was proposed.
    pub title: BilingualText,
    /// Status.
    pub status: AgreementStatus,
    /// What happens to its text.
    pub negotiation: Negotiation,
    /// Who may edit, while it is edited.
    pub turn: Option<Side>,
    /// The owner accepts the current version.
    pub owner_accepted: bool,
    /// The partner does.
    pub partner_accepted: bool,
    /// The owner has signed it.
    pub owner_signed: bool,
    /// The partner has.
    pub partner_signed: bool,
    /// The last version that was proposed.
    pub current_version: i32,
    /// The version that both signed last.
    pub in_force_version: Option<i32>,
    /// What the owner lets everybody see.
    pub owner_publication: Publication,
    /// What the partner does.
    pub partner_publication: Publication,
    /// A record of something that was signed elsewhere before.
    pub historic: bool,
    /// First day.
    pub starts_on: Option<Date>,
    /// Last day.
    pub ends_on: Option<Date>,
    /// Đồng.
    pub value_amount: Option<i64>,
    /// When both had signed for the first time.
    pub signed_at: Option<DateTimeUtc>,
    /// When it ended.
    pub ended_at: Option<DateTimeUtc>,
    /// Who ended it.
    pub ended_by: Option<UserId>,
    /// Why, or with what result.
    #[sea_orm(column_type = "Text", nullable)]
    pub end_reason: Option<String>,
    /// Notice on the national procurement system.
    #[sea_orm(column_type = "Text", nullable)]
    pub notice_number: Option<String>,
    /// Where it is.
    #[sea_orm(column_type = "Text", nullable)]
    pub notice_link: Option<String>,
    /// When it was handed over there.
    pub handed_over_at: Option<DateTimeUtc>,
    /// By whom.
    pub handed_over_by: Option<UserId>,
    /// When somebody last did something.
    pub activity_at: DateTimeUtc,
    /// Raised by one at each change.
    pub version: i32,
    /// Planted for demonstration.
    pub demonstration: bool,
    /// By what lists are ordered: when it was signed, before when it was begun.
    pub listed_at: DateTimeUtc,
    /// Who began it.
    pub created_by: Option<UserId>,
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
    /// Whose side this is.
    pub fn organization(&self, side: Side) -> OrganizationId {
        match side {
            Side::Owner => self.owner_id,
            Side::Partner => self.partner_id,
        }
    }

    /// What everybody may see of it: as much as both sides let them, once it is signed.
    pub fn publication(&self) -> Publication {
        match self.signed_at {
            Some(_) => self.owner_publication.min(self.partner_publication),
            None => Publication::Hidden,
        }
    }
}

/// Versions of the text.
pub mod version {
    use sea_orm::entity::prelude::*;

    use super::Side;
    use crate::ids::{AgreementId, UserId};

    /// One version of an agreement's text, whole. Until it is proposed it is its side's alone.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "agreement_version")]
    pub struct Model {
        /// Agreement.
        #[sea_orm(primary_key, auto_increment = false)]
        pub agreement_id: AgreementId,
        /// From 1.
        #[sea_orm(primary_key, auto_increment = false)]
        pub number: i32,
        /// Who wrote it.
        pub side: Side,
        /// The canonical text: what the hash is of.
        #[sea_orm(column_type = "Text")]
        pub canonical: String,
        /// SHA-256 of it, once proposed.
        #[sea_orm(column_type = "Text", nullable, unique)]
        pub hash: Option<String>,
        /// What its side said to it.
        #[sea_orm(column_type = "Text", nullable)]
        pub message: Option<String>,
        /// Who saved it last.
        pub written_by: Option<UserId>,
        /// When.
        pub created_at: DateTimeUtc,
        /// When it was put before the other side.
        pub proposed_at: Option<DateTimeUtc>,
        /// When the owner accepted it.
        pub owner_accepted_at: Option<DateTimeUtc>,
        /// Who did.
        pub owner_accepted_by: Option<UserId>,
        /// When the partner accepted it.
        pub partner_accepted_at: Option<DateTimeUtc>,
        /// Who did.
        pub partner_accepted_by: Option<UserId>,
    }

    /// None.
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
