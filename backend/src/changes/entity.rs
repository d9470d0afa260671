//! The tables `public_change` and `installation`.

use sea_orm::entity::prelude::*;

use super::{Changed, Position};

/// A row that changed.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "public_change")]
pub struct Model {
    /// Number.
    #[sea_orm(primary_key)]
    pub seq: i64,
    /// What it belongs to.
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    /// Which.
    pub entity_id: Uuid,
    /// By which transaction, on PostgreSQL.
    pub transaction_id: i64,
}

/// None: nothing refers to it.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// Where it stands in the feed.
    pub fn position(&self) -> Position {
        Position {
            transaction: self.transaction_id,
            seq: self.seq,
        }
    }

    /// What it belongs to, if this version of the product knows such things.
    pub fn changed(&self) -> Option<Changed> {
        let of = match self.kind.as_str() {
            "need" => Changed::Need,
            "offer" => Changed::Offer,
            "organization" => Changed::Organization,
            "researcher" => Changed::Researcher,
            "user" => Changed::User,
            "posting" => Changed::Vector,
            "engine" => return Some(Changed::Engine),
            _ => return None,
        };
        Some(of(self.entity_id))
    }
}

/// Which database this is.
pub mod installation {
    use sea_orm::entity::prelude::*;

    /// The one row.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "installation")]
    pub struct Model {
        /// Made at random with the database.
        #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
        pub id: String,
    }

    /// None: nothing refers to it.
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
