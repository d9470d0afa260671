//! The table `invitation`.

use async_graphql::Enum;
use sea_orm::entity::prelude::*;

use crate::ids::{InvitationId, OrganizationId, UserId};
use crate::organizations::MembershipRole;

/// What became of an invitation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum InvitationStatus {
    /// Nobody has answered.
    Waiting,
    /// The invited person joined.
    Accepted,
    /// The invited person did not want to.
    Declined,
    /// An owner took it back.
    Revoked,
    /// Its time is over.
    Expired,
}

/// An invitation.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "invitation")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: InvitationId,
    /// Where to.
    pub organization_id: OrganizationId,
    /// Address as typed.
    #[sea_orm(column_type = "Text")]
    pub email: String,
    /// Address by which it is the person's.
    #[sea_orm(column_type = "Text")]
    pub email_normalized: String,
    /// As what.
    pub role: MembershipRole,
    /// What became of it; see [`Model::status_at`].
    pub status: InvitationStatus,
    /// Organisation and address while it waits: unique, so that there is only one.
    #[sea_orm(column_type = "Text", nullable, unique)]
    pub live_key: Option<String>,
    /// By whom.
    pub invited_by: UserId,
    /// When.
    pub created_at: DateTimeUtc,
    /// When the last letter went out.
    pub sent_at: DateTimeUtc,
    /// Letters so far.
    pub letters: i32,
    /// Until when it is good.
    pub expires_at: DateTimeUtc,
    /// When it was answered or taken back.
    pub ended_at: Option<DateTimeUtc>,
}

impl Model {
    /// What became of it by this moment: one that nobody answered in time has expired, whatever the
    /// table says.
    pub fn status_at(&self, now: DateTimeUtc) -> InvitationStatus {
        if self.status == InvitationStatus::Waiting && self.expires_at <= now {
            InvitationStatus::Expired
        } else {
            self.status
        }
    }

    /// True while it can be accepted.
    pub fn is_good(&self, now: DateTimeUtc) -> bool {
        self.status_at(now) == InvitationStatus::Waiting
    }
}

/// None: neighbours are fetched by id (see `loaders`).
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
