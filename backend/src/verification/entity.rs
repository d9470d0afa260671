//! The table `verification_request`.

use async_graphql::Enum;
use sea_orm::FromJsonQueryResult;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::{FileId, OrganizationId, UserId, VerificationRequestId};
use crate::moderation::ReviewDecision;
use crate::organizations::rules::Identity;

/// Why the alliance is to look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum, EnumIter, DeriveActiveEnum)]
#[graphql(name = "VerificationCause")]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Cause {
    /// An owner asked.
    Asked,
    /// Its legal name, kind or code changed.
    IdentityChanged,
    /// An appeal against a decision was granted.
    Appealed,
}

/// What is checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Enum)]
#[graphql(name = "VerificationCheck")]
#[serde(rename_all = "snake_case")]
pub enum CheckName {
    /// The legal name is that of the papers.
    LegalName,
    /// The tax or establishment code is that of the papers and of the public register.
    Code,
    /// The address is that of the papers.
    Address,
    /// Who asks is mandated to speak for the organisation.
    Mandate,
    /// The owners' email addresses belong to the organisation's domain.
    EmailDomain,
}

impl CheckName {
    /// Every check; a decision answers each.
    pub const ALL: [Self; 5] = [
        Self::LegalName,
        Self::Code,
        Self::Address,
        Self::Mandate,
        Self::EmailDomain,
    ];
}

/// How a check came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Enum)]
#[graphql(name = "VerificationCheckResult")]
#[serde(rename_all = "snake_case")]
pub enum CheckResult {
    /// It is so.
    Passed,
    /// It is not so.
    Failed,
    /// It does not apply to this organisation.
    NotApplicable,
}

/// One answer of a checklist.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Check {
    /// What was checked.
    pub name: CheckName,
    /// How it came out.
    pub result: CheckResult,
    /// What the decider noted.
    pub note: Option<String>,
}

/// A checklist, in one column.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct Checklist(pub Vec<Check>);

/// Evidence, in one column.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct Evidence(pub Vec<FileId>);

/// What the organisation was called before, in one column.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct Former(pub Option<Identity>);

/// A look of the alliance at who an organisation is: asked for, and in the end decided.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "verification_request")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: VerificationRequestId,
    /// Which organisation.
    pub organization_id: OrganizationId,
    /// Why.
    pub cause: Cause,
    /// Who asked, or changed what it was verified by.
    pub requested_by: Option<UserId>,
    /// What they say.
    #[sea_orm(column_type = "Text", nullable)]
    pub note: Option<String>,
    /// Papers.
    pub evidence: Evidence,
    /// What it was called before.
    pub former: Former,
    /// When.
    pub requested_at: DateTimeUtc,
    /// How it was decided.
    pub decision: Option<ReviewDecision>,
    /// What was checked.
    pub checklist: Checklist,
    /// Why.
    #[sea_orm(column_type = "Text", nullable)]
    pub reason: Option<String>,
    /// By whom.
    pub decided_by: Option<UserId>,
    /// When.
    pub decided_at: Option<DateTimeUtc>,
}

/// None: neighbours are fetched by id (see `loaders`).
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
