//! What firms, partners and researchers can do.

use serde::Deserialize;

use crate::{Range, Text, read};

/// An offer as its owner would have typed it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Offer {
    /// Name by which the scenario refers to it.
    pub key: String,
    /// Key of the organisation that makes it.
    pub organization: String,
    /// Key of the person who writes it.
    pub by: String,
    /// At most 120 characters a side.
    pub title: Text,
    /// The gist, for lists.
    pub summary: Text,
    /// What is done, how, and what the other side has to bring.
    pub description: Text,
    /// Codes of domains of the reference data.
    pub domains: Vec<String>,
    /// Ids of the places served; empty for the whole country.
    pub coverage: Vec<String>,
    /// Usual price of one engagement.
    pub price: Option<Range>,
    /// Codes of `ContractType` that the firm would sign.
    pub contract_types: Vec<String>,
    /// Codes of `DeliveryModel` that the firm would work under.
    pub delivery_models: Vec<String>,
    /// Code of `OfferMaturity`.
    pub maturity: String,
    /// Where it ran before; generic, no named contract is invented.
    pub references: Vec<Reference>,
    /// Where in its life it is planted.
    pub state: OfferState,
}

/// An earlier use of an offer.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reference {
    /// What was done, in general words.
    pub name: String,
    /// Id of a place of the reference data.
    pub place: Option<String>,
    /// Year of completion.
    pub year: Option<i32>,
}

/// Where in its life an offer is planted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OfferState {
    /// Not yet submitted.
    Draft,
    /// Waits for the alliance.
    UnderReview,
    /// Public.
    Published,
}

/// All offers.
pub fn offers() -> Vec<Offer> {
    read("offers.json", include_str!("../data/offers.json"))
}
