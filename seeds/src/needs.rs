//! Needs of localities, ministries and park developers.

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
