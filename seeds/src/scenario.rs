//! What has already happened between needs and offers.

use serde::Deserialize;

use crate::read;

/// Introductions and proposals to plant after needs and offers.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// Pairs that the moderator introduced.
    pub introductions: Vec<Introduction>,
    /// Proposals for needs that take them.
    pub proposals: Vec<Proposal>,
}

/// A pair that the moderator introduced, and how far it went.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Introduction {
    /// Key of the need.
    pub need: String,
    /// Key of the offer.
    pub offer: String,
    /// How far it went.
    pub state: IntroductionState,
    /// Why it was declined.
    pub reason: Option<String>,
}

/// How far an introduction went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IntroductionState {
    /// Neither side has answered.
    Introduced,
    /// The need's owner has accepted.
    NeedAccepted,
    /// Both have accepted; contacts are shown.
    Mutual,
    /// The offer's owner has declined.
    Declined,
}

/// A proposal for a need.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Proposal {
    /// Key of the need.
    pub need: String,
    /// Key of the organisation that proposes.
    pub organization: String,
    /// Key of the person who submits it.
    pub by: String,
    /// Code of `Locale`: the language it is written in.
    pub language: String,
    /// The gist.
    pub summary: String,
    /// How the work would be done.
    pub approach: String,
    /// Price in đồng.
    pub price: i64,
    /// Length of the work.
    pub duration_months: i32,
    /// The owner's decision, when one is planted.
    pub decision: Option<Decision>,
    /// Reason of the decision.
    pub reason: Option<String>,
}

/// The owner's decision on a proposal, spelled as `ProposalDecision`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Decision {
    /// Chosen.
    Selected,
    /// Not chosen.
    NotSelected,
}

/// What has already happened.
pub fn scenario() -> Scenario {
    read("scenario.json", include_str!("../data/scenario.json"))
}
