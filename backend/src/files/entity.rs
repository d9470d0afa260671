//! The tables `file` and `file_content`.

use async_graphql::Enum;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::{FileId, OrganizationId, UserId};

/// Kind of an owner; with its id it says whose a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum OwnerKind {
    /// An organisation.
    Organization,
}

/// Whose a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileOwner {
    /// An organisation's.
    Organization(OrganizationId),
}

impl FileOwner {
    /// As it stands in the table.
    pub fn columns(self) -> (OwnerKind, Uuid) {
        match self {
            Self::Organization(id) => (OwnerKind::Organization, id.0),
        }
    }
}

/// What a file is for.
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
#[graphql(name = "FilePurpose")]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// Evidence of a certificate.
    Certificate,
    /// Evidence of who an organisation is.
    Verification,
    /// A scan of an agreement, or evidence of what was done under it.
    Agreement,
}

/// Types that are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum FileType {
    /// Portable Document Format.
    Pdf,
    /// Portable Network Graphics.
    Png,
    /// JPEG.
    Jpeg,
}

impl FileType {
    /// Its name on the wire (RFC 6838).
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
        }
    }

    /// Endings of file names of this type, the usual one first.
    pub fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Pdf => &["pdf"],
            Self::Png => &["png"],
            Self::Jpeg => &["jpg", "jpeg", "jpe", "jfif"],
        }
    }
}

/// A file.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "file")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: FileId,
    /// Kind of the owner.
    pub owner_kind: OwnerKind,
    /// The owner.
    pub owner_id: Uuid,
    /// What it is for.
    pub purpose: Purpose,
    /// Who uploaded it.
    pub uploaded_by: UserId,
    /// Name, cleaned: to be shown, never to be used as a path.
    #[sea_orm(column_type = "Text")]
    pub name: String,
    /// Type, by its bytes.
    pub media_type: FileType,
    /// Bytes.
    pub size: i64,
    /// What it holds.
    #[sea_orm(column_type = "Text")]
    pub sha256: String,
    /// When.
    pub created_at: DateTimeUtc,
    /// When something began to refer to it; until then it waits, for a day at most.
    pub attached_at: Option<DateTimeUtc>,
}

impl Model {
    /// Whose it is.
    pub fn owner(&self) -> FileOwner {
        match self.owner_kind {
            OwnerKind::Organization => FileOwner::Organization(OrganizationId(self.owner_id)),
        }
    }
}

/// None: neighbours are fetched by id (see `loaders`).
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Contents.
pub mod content {
    use sea_orm::entity::prelude::*;

    /// What one or more files hold; it lies encrypted in the storage, under this name.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "file_content")]
    pub struct Model {
        /// SHA-256 of the plain bytes, in hexadecimal.
        #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
        pub sha256: String,
        /// Bytes.
        pub size: i64,
        /// When.
        pub created_at: DateTimeUtc,
    }

    /// None: neighbours are fetched by id (see `loaders`).
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
