//! The tables `researcher`, `researcher_domain` and `researcher_language`.

use sea_orm::FromJsonQueryResult;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::{OrganizationId, ResearcherId, UserId};
use crate::text::BilingualText;

/// Something that was published.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Publication {
    /// Title.
    pub title: String,
    /// Year.
    pub year: i32,
    /// Journal, conference or publisher.
    pub venue: Option<String>,
    /// Digital Object Identifier, such as 10.1000/182.
    pub doi: Option<String>,
    /// Where one can read it.
    pub url: Option<String>,
}

/// Publications, in one column.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct Publications(pub Vec<Publication>);

/// Keywords, in one column.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct Keywords(pub Vec<String>);

/// An expert's profile.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "researcher")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ResearcherId,
    /// Whose.
    #[sea_orm(unique)]
    pub user_id: UserId,
    /// In one line.
    pub headline: BilingualText,
    /// In full.
    pub biography: BilingualText,
    /// Where she works, if it is here and she belongs to it.
    pub organization_id: Option<OrganizationId>,
    /// Where she works, in her words.
    #[sea_orm(column_type = "Text", nullable)]
    pub affiliation: Option<String>,
    /// ORCID iD, as 0000-0002-1825-0097.
    #[sea_orm(column_type = "Text", nullable)]
    pub orcid: Option<String>,
    /// What she knows, in her words.
    pub keywords: Keywords,
    /// What she published, the latest first.
    pub publications: Publications,
    /// May be asked to evaluate.
    pub evaluator: bool,
    /// May be asked to join a consortium.
    pub consortium_partner: bool,
    /// Interests that could conflict.
    #[sea_orm(column_type = "Text", nullable)]
    pub interests: Option<String>,
    /// Folded name, texts and keywords, for filtering.
    #[sea_orm(column_type = "Text")]
    pub search_text: String,
    /// Raised by one at each change.
    pub version: i32,
    /// Planted for demonstration.
    pub demonstration: bool,
    /// When.
    pub created_at: DateTimeUtc,
    /// When last.
    pub updated_at: DateTimeUtc,
}

/// None: neighbours are fetched by id (see `loaders`).
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Domains of researchers.
pub mod domain {
    use sea_orm::entity::prelude::*;

    use crate::ids::ResearcherId;

    /// One domain of one researcher.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "researcher_domain")]
    pub struct Model {
        /// Researcher.
        #[sea_orm(primary_key, auto_increment = false)]
        pub researcher_id: ResearcherId,
        /// Domain.
        #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
        pub domain_code: String,
    }

    /// None: neighbours are fetched by id (see `loaders`).
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Languages of researchers.
pub mod language {
    use sea_orm::entity::prelude::*;

    use crate::ids::ResearcherId;

    /// One language of one researcher.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "researcher_language")]
    pub struct Model {
        /// Researcher.
        #[sea_orm(primary_key, auto_increment = false)]
        pub researcher_id: ResearcherId,
        /// Language, as ISO 639-1 spells it.
        #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
        pub language: String,
    }

    /// None: neighbours are fetched by id (see `loaders`).
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
