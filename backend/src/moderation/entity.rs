//! The table `review`.

use async_graphql::Enum;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::{MatchId, NeedId, OfferId, OrganizationId, ReviewId, UserId};

/// What is decided on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enum, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum ReviewKind {
    /// A need that was sent in.
    Need,
    /// An offer that was sent in.
    Offer,
    /// A match that the engine suggests.
    Match,
    /// An organisation that is new here.
    Registration,
    /// An organisation that asks to be verified.
    Verification,
    /// An organisation that asks to join the alliance.
    AllianceMembership,
    /// Something that somebody reported.
    Report,
    /// A decision that whom it concerns does not accept.
    Appeal,
    /// Two organisations that are one.
    Merge,
    /// A person or an organisation that was kept out, or let in again.
    Suspension,
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
    /// The report is right; or, after an appeal, what was decided stays so.
    Upheld,
    /// There was nothing in it.
    Dismissed,
    /// What was decided is taken back.
    Overturned,
    /// Kept out until further notice.
    Suspended,
    /// Let in again.
    Reinstated,
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
    /// False or misleading.
    Misleading,
    /// Somebody speaks for an organisation or a person without the right to.
    Impersonation,
    /// Against the law.
    Unlawful,
    /// Insults, threats, or use that harms others.
    Abuse,
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
    /// The organisation, if it is about one.
    pub organization_id: Option<OrganizationId>,
    /// The organisation that it is to be merged into.
    pub other_organization_id: Option<OrganizationId>,
    /// The person, if it is about one.
    pub user_id: Option<UserId>,
    /// The decision that an appeal is about.
    pub appeal_of: Option<ReviewId>,
    /// Who asked for the decision.
    pub opened_by: Option<UserId>,
    /// House rule that a report names.
    pub opening_rule: Option<ReviewRule>,
    /// What was said when it was opened.
    #[sea_orm(column_type = "Text", nullable)]
    pub opening_text: Option<String>,
    /// Who is at it.
    pub claimed_by: Option<UserId>,
    /// Since when.
    pub claimed_at: Option<DateTimeUtc>,
}

/// None: neighbours are fetched by id (see `loaders`).
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
