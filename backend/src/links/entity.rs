//! The table `account_link`.

use sea_orm::entity::prelude::*;

use crate::ids::{LinkId, UserId};

/// What a link in an email is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum LinkKind {
    /// Finishes a registration.
    Registration,
    /// Sets a new password.
    PasswordReset,
    /// Agrees, at the old address, to a change of address.
    EmailChangeOld,
    /// Proves the new address.
    EmailChangeNew,
    /// Lets a suspended person appeal.
    Appeal,
}

/// One link.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "account_link")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: LinkId,
    /// For what.
    pub kind: LinkKind,
    /// Whose account, where there is one.
    pub user_id: Option<UserId>,
    /// Normalised email address that it is sent to.
    #[sea_orm(column_type = "Text")]
    pub address: String,
    /// What it is about.
    pub detail: Json,
    /// When.
    pub created_at: DateTimeUtc,
    /// Until when.
    pub expires_at: DateTimeUtc,
    /// When it was used, or a newer one took its place.
    pub used_at: Option<DateTimeUtc>,
}

/// None: neighbours are fetched by id (see `loaders`).
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
