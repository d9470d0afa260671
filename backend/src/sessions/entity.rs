//! The tables `session`, `refresh_token`, `known_device`, `challenge` and `access_token`.

use async_graphql::Enum;
use sea_orm::FromJsonQueryResult;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// How a session was opened.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Enum, EnumIter, DeriveActiveEnum,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum SignInMethod {
    /// A password.
    Password,
    /// A passkey alone.
    Passkey,
    /// Another provider (OpenID Connect).
    Provider,
    /// The link of a registration that was just finished.
    Registration,
}

/// What a token for programs may do. Without `WRITE` it reads; without `MODERATE` the alliance's
/// staff are ordinary people to it. No token may touch accounts, sign-in or tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Enum)]
#[graphql(name = "AccessTokenScope")]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// Read what the person may read.
    Read,
    /// Write for the person's organisations.
    Write,
    /// Decide for the alliance.
    Moderate,
}

/// What an answer is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum ChallengeKind {
    /// A second factor after the first was right.
    SignIn,
    /// A passkey of whomever.
    PasskeySignIn,
    /// A passkey that is being made.
    PasskeyRegistration,
    /// A fresh proof by somebody who is signed in.
    Confirmation,
    /// A sign-in that another provider is asked for.
    Provider,
}

/// A short list in one column.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct Scopes(pub Vec<Scope>);

/// Signed-in devices.
pub mod session {
    use sea_orm::entity::prelude::*;

    use super::SignInMethod;
    use crate::ids::{DeviceId, SessionId, UserId};

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
        /// Network address at sign-in.
        #[sea_orm(column_type = "Text", nullable)]
        pub address: Option<String>,
        /// The browser, as far as we know it again.
        pub device_id: Option<DeviceId>,
        /// How it was opened.
        pub method: SignInMethod,
        /// When.
        pub created_at: DateTimeUtc,
        /// Last refresh.
        pub last_used_at: DateTimeUtc,
        /// When the person last proved who she is.
        pub confirmed_at: DateTimeUtc,
        /// When a second factor was given.
        pub strong_at: Option<DateTimeUtc>,
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

    /// One refresh token; only its digest is kept.
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
        /// SHA-256 of the token it was exchanged for.
        #[sea_orm(column_type = "Text", nullable)]
        pub successor_hash: Option<String>,
    }

    /// None: neighbours are fetched by id (see `loaders`).
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Browsers that are known again.
pub mod known_device {
    use sea_orm::entity::prelude::*;

    use crate::ids::{DeviceId, UserId};

    /// A browser on which a person has signed in before.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "known_device")]
    pub struct Model {
        /// Id.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: DeviceId,
        /// Whose.
        pub user_id: UserId,
        /// SHA-256 of its cookie.
        #[sea_orm(column_type = "Text")]
        pub token_hash: String,
        /// First sign-in.
        pub first_seen_at: DateTimeUtc,
        /// Last sign-in.
        pub last_seen_at: DateTimeUtc,
    }

    /// None: neighbours are fetched by id (see `loaders`).
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What waits for an answer.
pub mod challenge {
    use sea_orm::entity::prelude::*;

    use crate::ids::{ChallengeId, UserId};
    use crate::sessions::ChallengeKind;

    /// Something that was asked and is to be answered.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "challenge")]
    pub struct Model {
        /// Id.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: ChallengeId,
        /// For what.
        pub kind: ChallengeKind,
        /// Whom it is for, where that is known.
        pub user_id: Option<UserId>,
        /// What must be remembered, sealed by the vault, in base64.
        #[sea_orm(column_type = "Text")]
        pub state: String,
        /// Answers so far.
        pub attempts: i32,
        /// Until when.
        pub expires_at: DateTimeUtc,
        /// When.
        pub created_at: DateTimeUtc,
    }

    /// None: neighbours are fetched by id (see `loaders`).
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Tokens for programs.
pub mod access_token {
    use sea_orm::entity::prelude::*;

    use super::Scopes;
    use crate::ids::{AccessTokenId, UserId};

    /// A token with which a program acts for a person; only its digest is kept.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "access_token")]
    pub struct Model {
        /// Id.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: AccessTokenId,
        /// Whose.
        pub user_id: UserId,
        /// The person's name for it.
        #[sea_orm(column_type = "Text")]
        pub name: String,
        /// SHA-256 of the token.
        #[sea_orm(column_type = "Text", unique)]
        pub token_hash: String,
        /// What it may do.
        pub scopes: Scopes,
        /// When it was made.
        pub created_at: DateTimeUtc,
        /// Until when it is good.
        pub expires_at: DateTimeUtc,
        /// When it was last used, to the hour.
        pub last_used_at: Option<DateTimeUtc>,
        /// Ended.
        pub revoked_at: Option<DateTimeUtc>,
    }

    /// None: neighbours are fetched by id (see `loaders`).
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
