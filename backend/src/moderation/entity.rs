//! The table `review`.

use async_graphql::Enum;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::{MatchId, NeedId, OfferId, ReviewId, UserId};

/// What is decided on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum ReviewKind {
    /// A need that was sent in.
    Need,
    /// An offer that was sent in.
    Offer,
    /// A match that the engine suggests.
    Match,
}

/// The alliance's decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum ReviewDecision {
    /// Published.
    Approved,
    /// Sent back to be changed.
    ChangesRequested,
    /// Sent back.
    Rejected,
    /// The two sides were introduced.
    Introduced,
    /// Stopped.
    Blocked,
}

/// House rule that a decision rests on.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Enum, EnumIter, DeriveActiveEnum,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum ReviewRule {
    /// Complete and clear.
    Complete,
    /// The outcome wanted is unclear or cannot be measured.
    UnclearOutcome,
    /// The same is here already.
    Duplicate,
    /// Not about smart cities.
    OffTopic,
    /// Advertising instead of substance, or a brand named as a requirement.
    Advertising,
    /// Personal or confidential data in the text.
    PersonalData,
    /// The two fit.
    GoodFit,
    /// A conflict of interest.
    Conflict,
    /// Anything else; the reason says it.
    Other,
}

/// Something that waited or waits for the alliance's decision.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "review")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ReviewId,
    /// What kind.
    pub kind: ReviewKind,
    /// The need, if one.
    pub need_id: Option<NeedId>,
    /// The offer, if one.
    pub offer_id: Option<OfferId>,
    /// The match, if one.
    pub match_id: Option<MatchId>,
    /// Since when it waits.
    pub opened_at: DateTimeUtc,
    /// When it was decided.
    pub decided_at: Option<DateTimeUtc>,
    /// How.
    pub decision: Option<ReviewDecision>,
    /// By which rule.
    pub rule: Option<ReviewRule>,
    /// Why.
    #[sea_orm(column_type = "Text", nullable)]
    pub reason: Option<String>,
    /// By whom.
    pub decided_by: Option<UserId>,
}

/// None: neighbours are fetched by id (see `loaders`).
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
