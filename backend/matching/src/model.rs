//! What the engine compares: needs, offers and what they are made of.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The language a text is written in.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Language {
    /// Vietnamese, with or without diacritics.
    Vi,
    /// English.
    En,
}

/// A posting's text in one language. A posting has one or two of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostingText {
    /// The language of all three parts.
    pub language: Language,
    /// The title; its words count most.
    pub title: String,
    /// A few sentences; its words count more than the body's.
    pub summary: String,
    /// The rest.
    pub body: String,
}

/// A range of đồng; either end may be open, both open means "not stated".
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MoneyRange {
    /// At least this many đồng.
    pub min: Option<i64>,
    /// At most this many đồng.
    pub max: Option<i64>,
}

impl MoneyRange {
    /// Whether anything is stated at all.
    pub fn is_stated(&self) -> bool {
        self.min.is_some() || self.max.is_some()
    }
}

/// The owner of a posting and what it has achieved here.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Organization {
    /// Its id; an organisation is never matched with itself.
    pub id: String,
    /// Its name, for explanations.
    pub name: String,
    /// Whether staff have confirmed who it is.
    pub verified: bool,
    /// Agreements it has concluded.
    pub past_agreements: u32,
    /// Matches that both sides accepted.
    pub mutual_matches: u32,
}

/// What a locality looks for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Need {
    /// Its id; breaks ties.
    pub id: String,
    /// Who needs it.
    pub organization: Organization,
    /// Its text, in one or both languages.
    pub texts: Vec<PostingText>,
    /// Codes of the taxonomy.
    pub domains: Vec<String>,
    /// Where it is to be done: a place id.
    pub place: Option<String>,
    /// What it may cost.
    pub budget: MoneyRange,
    /// The contract wanted, such as `BOT`.
    pub contract_type: Option<String>,
    /// The form of co-operation wanted, such as `PILOT`.
    pub delivery_model: Option<String>,
    /// The level of Circular 03/2026 it aims at: 1 to 3.
    pub maturity_target: Option<u8>,
    /// The last day on which proposals are taken.
    pub closes_on: Option<NaiveDate>,
}

/// How far a solution has come, least first.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum OfferMaturity {
    /// An idea on paper.
    Concept,
    /// It works in a laboratory.
    Prototype,
    /// It was tried in a real place.
    Piloted,
    /// It is in use.
    Deployed,
    /// It is in use in many places.
    Scaled,
}

/// An earlier delivery that a firm names.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reference {
    /// What was delivered, for whom.
    pub name: String,
    /// Where: a place id.
    pub place: Option<String>,
    /// When.
    pub year: Option<i32>,
}

/// What a firm can deliver.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// Its id; breaks ties.
    pub id: String,
    /// Who offers it.
    pub organization: Organization,
    /// Its text, in one or both languages.
    pub texts: Vec<PostingText>,
    /// Codes of the taxonomy.
    pub domains: Vec<String>,
    /// Where it is offered: place ids (codes of regions and zones are understood too);
    /// empty means the whole country.
    pub coverage: Vec<String>,
    /// What it costs.
    pub price: MoneyRange,
    /// Contracts the firm can enter.
    pub contract_types: Vec<String>,
    /// Forms of co-operation the firm can enter.
    pub delivery_models: Vec<String>,
    /// How far it has come.
    pub maturity: Option<OfferMaturity>,
    /// Earlier deliveries.
    pub references: Vec<Reference>,
    /// The last day on which it is valid.
    pub expires_on: Option<NaiveDate>,
}
