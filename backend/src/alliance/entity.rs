//! The table `alliance_application`.

use sea_orm::entity::prelude::*;

use crate::ids::{AllianceApplicationId, OrganizationId, UserId};
use crate::moderation::ReviewDecision;

/// An organisation's application to join the alliance, and what its board decided.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "alliance_application")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: AllianceApplicationId,
    /// Which organisation.
    pub organization_id: OrganizationId,
    /// What it says.
    #[sea_orm(column_type = "Text")]
    pub text: String,
    /// By whom.
    pub applied_by: UserId,
    /// When.
    pub applied_at: DateTimeUtc,
    /// How the board decided.
    pub decision: Option<ReviewDecision>,
    /// Number of its decision.
    #[sea_orm(column_type = "Text", nullable)]
    pub decision_number: Option<String>,
    /// Date of its decision.
    pub decided_on: Option<Date>,
    /// Why.
    #[sea_orm(column_type = "Text", nullable)]
    pub reason: Option<String>,
    /// Who wrote that down.
    pub recorded_by: Option<UserId>,
    /// When.
    pub recorded_at: Option<DateTimeUtc>,
}

/// None: neighbours are fetched by id (see `loaders`).
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
