//! The table `oidc_identity`.

use sea_orm::entity::prelude::*;

use crate::ids::{OidcIdentityId, UserId};

/// An account at another provider that signs its person in here.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "oidc_identity")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: OidcIdentityId,
    /// Whose.
    pub user_id: UserId,
    /// The provider.
    #[sea_orm(column_type = "Text")]
    pub issuer: String,
    /// Its name for the person.
    #[sea_orm(column_type = "Text")]
    pub subject: String,
    /// When it was linked.
    pub created_at: DateTimeUtc,
    /// When it last signed in.
    pub last_used_at: DateTimeUtc,
}

/// None: neighbours are fetched by id (see `loaders`).
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
