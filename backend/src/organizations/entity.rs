//! The tables `organization`, `organization_domain` and `membership`, and their enums.

use async_graphql::Enum;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// Kind of an organisation.
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
pub enum OrganizationKind {
    /// UBND tỉnh, thành phố.
    ProvPc,
    /// UBND xã, phường, đặc khu.
    CommunePc,
    /// Sở, ban, ngành.
    Dept,
    /// Bộ, cơ quan trung ương.
    Ministry,
    /// Ban Đảng.
    PartyBody,
    /// Đơn vị sự nghiệp công lập.
    PublicUnit,
    /// Doanh nghiệp nhà nước.
    Soe,
    /// Doanh nghiệp tư nhân.
    PrivateCo,
    /// Doanh nghiệp có vốn nước ngoài.
    FdiCo,
    /// Doanh nghiệp khởi nghiệp.
    Startup,
    /// Nhà đầu tư.
    Investor,
    /// Tổ chức tín dụng.
    Bank,
    /// Chủ đầu tư khu công nghiệp, đô thị.
    IzDeveloper,
    /// Trường đại học.
    University,
    /// Viện nghiên cứu.
    Institute,
    /// Tổ chức quốc tế.
    IntlOrg,
    /// Đối tác nước ngoài.
    ForeignPartner,
    /// Hiệp hội.
    Association,
    /// Tư vấn.
    Consultant,
    /// Liên minh.
    Alliance,
}

impl OrganizationKind {
    /// Kinds that post needs: the public side, and developers who run a piece of city.
    pub fn posts_needs(self) -> bool {
        matches!(
            self,
            Self::ProvPc
                | Self::CommunePc
                | Self::Dept
                | Self::Ministry
                | Self::PartyBody
                | Self::PublicUnit
                | Self::Soe
                | Self::IzDeveloper
                | Self::University
                | Self::Alliance
        )
    }

    /// Kinds that post offers and propose: everybody but government.
    pub fn posts_offers(self) -> bool {
        !matches!(
            self,
            Self::ProvPc | Self::CommunePc | Self::Dept | Self::Ministry | Self::PartyBody
        )
    }
}

/// How far the alliance has verified an organisation.
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
#[graphql(name = "OrganizationVerification")]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Verification {
    /// Chưa xác thực.
    Unverified,
    /// Chờ xác thực.
    Pending,
    /// Đã xác thực.
    Verified,
    /// Từ chối.
    Rejected,
    /// Tạm đình chỉ.
    Suspended,
    /// Hết hạn.
    Expired,
}

/// Whether an organisation is seen.
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
#[graphql(name = "OrganizationStanding")]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Everybody sees it.
    Listed,
    /// Its name looks like another's: only its members and the alliance see it until the alliance has
    /// looked.
    Waiting,
    /// The alliance did not accept its registration: only its members and the alliance see it.
    Rejected,
    /// Its last member left.
    Closed,
}

/// How an organisation stands to the alliance.
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
pub enum AllianceStatus {
    /// Chưa tham gia.
    None,
    /// Đã nộp đơn.
    Applied,
    /// Thành viên.
    Admitted,
    /// Tạm dừng tư cách.
    Suspended,
    /// Đã rút.
    Left,
    /// Không được kết nạp.
    Rejected,
}

/// What a member may do for the organisation.
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
pub enum MembershipRole {
    /// Everything, people included.
    Owner,
    /// Writes needs, offers, proposals; accepts and declines.
    Editor,
    /// Reads.
    Viewer,
}

impl MembershipRole {
    /// True for roles that may write for the organisation.
    pub fn writes(self) -> bool {
        matches!(self, Self::Owner | Self::Editor)
    }
}

/// Whether a membership holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enum, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum MembershipStatus {
    /// Asked for; the organisation's owner has not answered.
    Pending,
    /// In force.
    Active,
}

/// Organisations.
pub mod organization {
    use sea_orm::entity::prelude::*;

    use super::{AllianceStatus, OrganizationKind, Standing, Verification};
    use crate::ids::{OrganizationId, UserId};
    use crate::text::BilingualText;

    /// An organisation.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "organization")]
    pub struct Model {
        /// Id.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: OrganizationId,
        /// Kind.
        pub kind: OrganizationKind,
        /// Legal name.
        pub legal_name: BilingualText,
        /// What it does.
        pub summary: BilingualText,
        /// Folded names, for filtering.
        #[sea_orm(column_type = "Text")]
        pub search_text: String,
        /// Tax or enterprise code.
        #[sea_orm(column_type = "Text", nullable, unique)]
        pub tax_code: Option<String>,
        /// Address on the web.
        #[sea_orm(column_type = "Text", nullable)]
        pub website: Option<String>,
        /// Seat.
        #[sea_orm(column_type = "Text", nullable)]
        pub place_id: Option<String>,
        /// Verification.
        pub verification: Verification,
        /// Planted for demonstration.
        pub demonstration: bool,
        /// When.
        pub created_at: DateTimeUtc,
        /// When last.
        pub updated_at: DateTimeUtc,
        /// Asks its members for a second factor.
        pub requires_second_factor: bool,
        /// Since when the alliance keeps it out of sight.
        pub suspended_at: Option<DateTimeUtc>,
        /// The organisation that it became part of.
        pub merged_into_id: Option<OrganizationId>,
        /// Code of a public body (mã định danh cơ quan, Decision 20/2020/QĐ-TTg).
        #[sea_orm(column_type = "Text", nullable, unique)]
        pub establishment_code: Option<String>,
        /// Postal address of the seat.
        #[sea_orm(column_type = "Text", nullable)]
        pub address: Option<String>,
        /// What it is able to do.
        pub capabilities: BilingualText,
        /// Raised by one at each change.
        pub version: i32,
        /// What the Vietnamese name is reduced to (`names::key`).
        #[sea_orm(column_type = "Text", nullable)]
        pub name_key_vi: Option<String>,
        /// What the English name is reduced to.
        #[sea_orm(column_type = "Text", nullable)]
        pub name_key_en: Option<String>,
        /// Whether it is seen.
        pub standing: Standing,
        /// Why it is not.
        #[sea_orm(column_type = "Text", nullable)]
        pub standing_reason: Option<String>,
        /// When the alliance verified it, while that holds.
        pub verified_at: Option<DateTimeUtc>,
        /// Who did.
        pub verified_by: Option<UserId>,
        /// Until when that holds.
        pub verified_until: Option<DateTimeUtc>,
        /// How it stands to the alliance.
        pub alliance_status: AllianceStatus,
        /// Since when.
        pub alliance_since: Option<DateTimeUtc>,
        /// Why it was not admitted, or is suspended there.
        #[sea_orm(column_type = "Text", nullable)]
        pub alliance_reason: Option<String>,
    }

    /// None: neighbours are fetched by id (see `loaders`).
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl Model {
        /// True if everybody may see it: the alliance let it in and did not suspend it.
        pub fn is_public(&self) -> bool {
            self.standing == Standing::Listed && self.suspended_at.is_none()
        }
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// Domains in which organisations are able.
pub mod domain {
    use sea_orm::entity::prelude::*;

    use crate::ids::OrganizationId;

    /// One domain of one organisation.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "organization_domain")]
    pub struct Model {
        /// Organisation.
        #[sea_orm(primary_key, auto_increment = false)]
        pub organization_id: OrganizationId,
        /// Domain.
        #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
        pub domain_code: String,
    }

    /// None: neighbours are fetched by id (see `loaders`).
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Memberships.
pub mod membership {
    use sea_orm::entity::prelude::*;

    use super::{MembershipRole, MembershipStatus};
    use crate::ids::{MembershipId, OrganizationId, UserId};

    /// A person's place in an organisation.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "membership")]
    pub struct Model {
        /// Id.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: MembershipId,
        /// Organisation.
        pub organization_id: OrganizationId,
        /// Person.
        pub user_id: UserId,
        /// Role.
        pub role: MembershipRole,
        /// Status.
        pub status: MembershipStatus,
        /// When.
        pub created_at: DateTimeUtc,
    }

    /// None: neighbours are fetched by id (see `loaders`).
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
