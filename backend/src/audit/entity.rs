//! The tables `audit_record` and `audit_head`.

use sea_orm::entity::prelude::*;

use crate::ids::{AuditId, SessionId, UserId};

/// Which of the two chains a record belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Book {
    /// What administrators of the alliance read.
    Open,
    /// What would betray a sealed proposal. A chain of its own: a gap in the numbers of the open one
    /// would say that something happened.
    Sealed,
}

impl Book {
    /// As it is written.
    pub fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Sealed => "sealed",
        }
    }
}

/// One decision or sign-in.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audit_record")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: AuditId,
    /// When.
    pub at: DateTimeUtc,
    /// Whose account.
    pub actor_id: Option<UserId>,
    /// `anonymous`, `member`, `staff`, `system`.
    #[sea_orm(column_type = "Text")]
    pub actor: String,
    /// `need.published`.
    #[sea_orm(column_type = "Text")]
    pub action: String,
    /// `need`.
    #[sea_orm(column_type = "Text")]
    pub subject_kind: String,
    /// `need_…`.
    #[sea_orm(column_type = "Text")]
    pub subject_id: String,
    /// More, without personal data, as JSON: the very bytes that were hashed.
    #[sea_orm(column_type = "Text")]
    pub detail: String,
    /// Which chain.
    pub book: Book,
    /// Place in the chain: 1, 2, 3 … without gaps; none for what is older than the chain.
    pub seq: Option<i64>,
    /// Hash of the record before.
    #[sea_orm(column_type = "Text", nullable)]
    pub previous_hash: Option<String>,
    /// SHA-256 over everything here and the hash before, in hexadecimal.
    #[sea_orm(column_type = "Text", nullable)]
    pub hash: Option<String>,
    /// Network address that it came from.
    #[sea_orm(column_type = "Text", nullable)]
    pub address: Option<String>,
    /// Session in which it was done.
    pub session_id: Option<SessionId>,
}

/// None: neighbours are fetched by id (see `loaders`).
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Where each chain ends.
pub mod head {
    use sea_orm::entity::prelude::*;

    use super::Book;

    /// The end of one book's chain.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "audit_head")]
    pub struct Model {
        /// Which chain.
        #[sea_orm(primary_key, auto_increment = false)]
        pub book: Book,
        /// Number of its last record; 0 before the first.
        pub seq: i64,
        /// Hash of its last record.
        #[sea_orm(column_type = "Text")]
        pub hash: String,
    }

    /// None.
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
