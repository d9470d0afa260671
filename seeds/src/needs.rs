//! Needs of localities, ministries and park developers.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::{Range, Text, read};

/// A need as its owner would have typed it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Need {
    /// Name by which the scenario refers to it.
    pub key: String,
    /// Key of the organisation that owns it.
    pub organization: String,
    /// Key of the person who writes it.
    pub by: String,
    /// At most 120 characters a side.
    pub title: Text,
    /// The gist, for lists.
    pub summary: Text,
    /// Problem, people, outcome, what exists, constraints.
    pub description: Text,
    /// Id of a place of the reference data.
    pub place: String,
    /// Codes of domains of the reference data.
    pub domains: Vec<String>,
    /// Expected budget.
    pub budget: Option<Range>,
    /// Code of `ContractType`.
    pub contract_type: Option<String>,
    /// Code of `DeliveryModel`.
    pub delivery_model: Option<String>,
    /// Target maturity level, 1 to 3.
    pub maturity_target: Option<i32>,
    /// Days from planting to the deadline.
    pub closes_in_days: i64,
    /// Where in its life it is planted.
    pub state: NeedState,
    /// What the moderator wrote when sending it back.
    pub review_reason: Option<String>,
    /// What it says beside its texts.
    #[serde(default)]
    pub brief: Brief,
    /// Why what the linter flags is right as it is, by the code of the check.
    #[serde(default)]
    pub justifications: BTreeMap<String, String>,
}

/// What a need says beside its texts.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Brief {
    /// Documents on which it rests.
    pub legal_basis: Vec<LegalDocument>,
    /// By what success is measured.
    pub indicators: Vec<Indicator>,
}

/// A document on which a need rests.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LegalDocument {
    /// Number.
    pub number: String,
    /// Date of issue, as 2020-06-18.
    pub issued_on: String,
    /// What it is called.
    pub title: String,
}

/// By what success is measured.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// What is counted.
    pub name: String,
    /// In what unit.
    pub unit: String,
    /// How much it is today.
    pub baseline: Option<String>,
    /// How much it shall be.
    pub target: String,
}

/// Where in its life a need is planted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NeedState {
    /// Not yet submitted.
    Draft,
    /// Waits for the alliance.
    UnderReview,
    /// Sent back with a reason.
    ChangesRequested,
    /// Published and taking proposals.
    Open,
    /// Past its deadline, with proposals to decide.
    Closed,
}

/// All needs.
pub fn needs() -> Vec<Need> {
    read("needs.json", include_str!("../data/needs.json"))
}
