//! The tables `user_account`, `email_change` and `consent`.

use async_graphql::Enum;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// What a person may do for the alliance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enum, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum StaffRole {
    /// Decides on needs, offers, matches and reports.
    Moderator,
    /// Decides on registrations and verifications of organisations.
    Verifier,
    /// Does what both do, and looks after people, roles, mail and audit.
    Administrator,
}

/// What a person may agree to, each by itself.
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
pub enum ConsentPurpose {
    /// The weekly email with what is new.
    WeeklyDigest,
    /// Emails about searches that were saved.
    SearchAlerts,
    /// A public profile as a researcher or expert.
    PublicProfile,
}

/// People.
pub mod user_account {
    use sea_orm::entity::prelude::*;

    use super::StaffRole;
    use crate::ids::UserId;
    use crate::text::Locale;

    /// A person's account.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "user_account")]
    pub struct Model {
        /// Id.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: UserId,
        /// Address as typed.
        #[sea_orm(column_type = "Text")]
        pub email: String,
        /// Address by which it is unique.
        #[sea_orm(column_type = "Text", unique)]
        pub email_normalized: String,
        /// Name as given.
        #[sea_orm(column_type = "Text")]
        pub name: String,
        /// Language of emails.
        pub locale: Locale,
        /// Role in the alliance's staff.
        pub staff_role: Option<StaffRole>,
        /// Since when the alliance keeps its person out.
        pub suspended_at: Option<DateTimeUtc>,
        /// When its person closed it; what remains names nobody.
        pub closed_at: Option<DateTimeUtc>,
        /// When.
        pub created_at: DateTimeUtc,
        /// When last.
        pub updated_at: DateTimeUtc,
    }

    impl Model {
        /// Neither suspended nor closed.
        pub fn is_open(&self) -> bool {
            self.suspended_at.is_none() && self.closed_at.is_none()
        }
    }

    /// None: neighbours are fetched by id (see `loaders`).
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Changes of address.
pub mod email_change {
    use sea_orm::entity::prelude::*;

    use crate::ids::{EmailChangeId, UserId};

    /// A change of somebody's address: done when both addresses have agreed.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "email_change")]
    pub struct Model {
        /// Id.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: EmailChangeId,
        /// Whose.
        pub user_id: UserId,
        /// New address as typed.
        #[sea_orm(column_type = "Text")]
        pub new_email: String,
        /// New address by which it is unique.
        #[sea_orm(column_type = "Text")]
        pub new_email_normalized: String,
        /// When the old address agreed.
        pub old_confirmed_at: Option<DateTimeUtc>,
        /// When the new address agreed.
        pub new_confirmed_at: Option<DateTimeUtc>,
        /// When it was asked for.
        pub created_at: DateTimeUtc,
        /// Until when both must agree.
        pub expires_at: DateTimeUtc,
        /// Done, or given up.
        pub ended_at: Option<DateTimeUtc>,
    }

    /// None: neighbours are fetched by id (see `loaders`).
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What people agreed to.
pub mod consent {
    use sea_orm::entity::prelude::*;

    use super::ConsentPurpose;
    use crate::ids::{ConsentId, UserId};

    /// A consent: for one purpose, to one wording, until it is withdrawn (Law 91/2025/QH15).
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "consent")]
    pub struct Model {
        /// Id.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: ConsentId,
        /// Whose.
        pub user_id: UserId,
        /// For what.
        pub purpose: ConsentPurpose,
        /// Which words were agreed to.
        #[sea_orm(column_type = "Text")]
        pub wording_version: String,
        /// When.
        pub given_at: DateTimeUtc,
        /// Until when.
        pub withdrawn_at: Option<DateTimeUtc>,
    }

    /// None: neighbours are fetched by id (see `loaders`).
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
