//! The tables `user_account`, `session` and `refresh_token`.

use async_graphql::Enum;
use sea_orm::entity::prelude::*;

/// What a person may do for the alliance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enum, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum StaffRole {
    /// Reviews needs and offers, introduces matches.
    Moderator,
    /// Also looks after mail, jobs and audit.
    Administrator,
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
        /// Argon2id, PHC string.
        #[sea_orm(column_type = "Text")]
        pub password_hash: String,
        /// Language of emails.
        pub locale: Locale,
        /// Role in the alliance's staff.
        pub staff_role: Option<StaffRole>,
        /// Since when the account is closed to its person.
        pub suspended_at: Option<DateTimeUtc>,
        /// When.
        pub created_at: DateTimeUtc,
        /// When last.
        pub updated_at: DateTimeUtc,
    }

    /// None: neighbours are fetched by id (see `loaders`).
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Signed-in devices.
pub mod session {
    use sea_orm::entity::prelude::*;

    use crate::ids::{SessionId, UserId};

    /// One signed-in device.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "session")]
    pub struct Model {
        /// Id.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: SessionId,
        /// Whose.
        pub user_id: UserId,
        /// The browser's description of itself.
        #[sea_orm(column_type = "Text", nullable)]
        pub user_agent: Option<String>,
        /// When.
        pub created_at: DateTimeUtc,
        /// Last refresh.
        pub last_used_at: DateTimeUtc,
        /// Ended.
        pub revoked_at: Option<DateTimeUtc>,
    }

    /// None: neighbours are fetched by id (see `loaders`).
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Refresh tokens.
pub mod refresh_token {
    use sea_orm::entity::prelude::*;

    use crate::ids::{RefreshTokenId, SessionId};

    /// One refresh token; only its hash is kept.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "refresh_token")]
    pub struct Model {
        /// Id.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: RefreshTokenId,
        /// Family.
        pub session_id: SessionId,
        /// SHA-256 of the token.
        #[sea_orm(column_type = "Text", unique)]
        pub token_hash: String,
        /// When.
        pub issued_at: DateTimeUtc,
        /// Until when.
        pub expires_at: DateTimeUtc,
        /// When it was exchanged.
        pub used_at: Option<DateTimeUtc>,
    }

    /// None: neighbours are fetched by id (see `loaders`).
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
