//! The table `consortium_member`.

use async_graphql::Enum;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::{ConsortiumMemberId, OrganizationId, ProposalId, UserId};

/// How far an organisation is in.
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
#[graphql(name = "ConsortiumMemberStatus")]
pub enum MemberStatus {
    /// Đã mời.
    Invited,
    /// Tham gia.
    Accepted,
    /// Từ chối.
    Declined,
    /// Đã rời.
    Left,
}

/// An organisation that proposes together with a bidder, or was asked to.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "consortium_member")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ConsortiumMemberId,
    /// The proposal.
    pub proposal_id: ProposalId,
    /// Who.
    pub organization_id: OrganizationId,
    /// What it is to do.
    #[sea_orm(column_type = "Text")]
    pub role: String,
    /// Of the work, in percent: 1 to 99.
    pub share_percent: Option<i32>,
    /// How far it is in.
    pub status: MemberStatus,
    /// Who invited.
    pub invited_by: UserId,
    /// When.
    pub invited_at: DateTimeUtc,
    /// Who answered for it, or ended it.
    pub answered_by: Option<UserId>,
    /// When.
    pub answered_at: Option<DateTimeUtc>,
    /// The proposal's version that it signed.
    pub signed_version: Option<i32>,
    /// Who signed for it.
    pub signed_by: Option<UserId>,
    /// When.
    pub signed_at: Option<DateTimeUtc>,
}

/// None: neighbours are fetched by id (see `loaders`).
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
