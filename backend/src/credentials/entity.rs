//! The tables `password`, `totp`, `recovery_code` and `passkey`.

/// Passwords.
pub mod password {
    use sea_orm::entity::prelude::*;

    use crate::ids::UserId;

    /// A person's password.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "password")]
    pub struct Model {
        /// Whose.
        #[sea_orm(primary_key, auto_increment = false)]
        pub user_id: UserId,
        /// Argon2id, PHC string.
        #[sea_orm(column_type = "Text")]
        pub hash: String,
        /// Long enough where it is the only factor (NIST SP 800-63B-4, 3.1.1.2).
        pub alone: bool,
        /// When it was set.
        pub changed_at: DateTimeUtc,
    }

    /// None.
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Authenticator apps.
pub mod totp {
    use sea_orm::entity::prelude::*;

    use crate::ids::UserId;

    /// A person's authenticator app (RFC 6238).
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "totp")]
    pub struct Model {
        /// Whose.
        #[sea_orm(primary_key, auto_increment = false)]
        pub user_id: UserId,
        /// The shared secret, sealed by the vault, in base64.
        #[sea_orm(column_type = "Text")]
        pub secret: String,
        /// When it was begun.
        pub created_at: DateTimeUtc,
        /// When a first code was right; until then it proves nothing.
        pub enabled_at: Option<DateTimeUtc>,
        /// The time step of the last code that was taken: a code is good once.
        pub last_step: Option<i64>,
    }

    /// None.
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Recovery codes.
pub mod recovery_code {
    use sea_orm::entity::prelude::*;

    use crate::ids::{RecoveryCodeId, UserId};

    /// A code for the day on which the other factor is lost.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "recovery_code")]
    pub struct Model {
        /// Id.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: RecoveryCodeId,
        /// Whose.
        pub user_id: UserId,
        /// SHA-256 of person and code.
        #[sea_orm(column_type = "Text", unique)]
        pub code_hash: String,
        /// When it was made.
        pub created_at: DateTimeUtc,
        /// When it was used.
        pub used_at: Option<DateTimeUtc>,
    }

    /// None.
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Passkeys.
pub mod passkey {
    use sea_orm::entity::prelude::*;

    use crate::ids::{PasskeyId, UserId};

    /// A passkey (WebAuthn Level 3).
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "passkey")]
    pub struct Model {
        /// Id.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: PasskeyId,
        /// Whose.
        pub user_id: UserId,
        /// The authenticator's name for it, base64url.
        #[sea_orm(column_type = "Text", unique)]
        pub credential_id: String,
        /// The person's name for it.
        #[sea_orm(column_type = "Text")]
        pub name: String,
        /// Public key, counter and flags, as the library keeps them.
        pub credential: Json,
        /// When it was made.
        pub created_at: DateTimeUtc,
        /// When it last signed.
        pub last_used_at: Option<DateTimeUtc>,
    }

    /// None.
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
