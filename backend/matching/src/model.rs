//! What the engine compares: postings of needs, offers and experts.

use std::sync::Arc;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A code, an id or a name that many postings share; copies cost nothing.
pub type Code = Arc<str>;

/// The language a text is written in.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Vietnamese, with or without diacritics.
    Vi,
    /// English.
    En,
}

impl Language {
    /// Both, Vietnamese first.
    pub const ALL: [Self; 2] = [Self::Vi, Self::En];

    /// The other one.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Vi => Self::En,
            Self::En => Self::Vi,
        }
    }
}

/// What a posting is.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// What a locality looks for.
    Need,
    /// What a firm can deliver.
    Offer,
    /// What a researcher knows.
    Expert,
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
    /// Its id; an organisation is never matched with itself. Empty: not known.
    pub id: String,
    /// Its name, for explanations.
    pub name: String,
    /// Whether staff have confirmed who it is.
    pub verified: bool,
    /// Contracts won or agreements concluded.
    pub past_awards: u32,
    /// Matches that both sides accepted.
    pub mutual_matches: u32,
    /// Milestones of its agreements that were met in time.
    pub milestones_met: u32,
    /// Milestones of its agreements that fell due.
    pub milestones_due: u32,
    /// People who work for it, if it says so.
    pub staff: Option<u32>,
    /// Agreements it is carrying out now.
    pub under_way: u32,
}

/// How far a solution has come, least first.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
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
    pub place: Option<Code>,
    /// When.
    pub year: Option<i32>,
    /// What it was worth, đồng.
    pub value: Option<i64>,
}

/// A certificate and how long it is valid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certificate {
    /// What it certifies, such as `ISO 27001`.
    pub name: Code,
    /// Its last day; none: without end.
    pub valid_until: Option<NaiveDate>,
}

/// A need, an offer or an expert's profile: everything the engine reads of it.
///
/// One type for the three, because they are described by the same facts; the comments say
/// what a fact means on each side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Posting {
    /// Its id; breaks ties.
    pub id: Code,
    /// What it is.
    pub kind: Kind,
    /// Who needs, offers or knows it.
    pub organization: Arc<Organization>,
    /// Its text, in one or both languages.
    pub texts: Vec<PostingText>,
    /// Codes of the taxonomy's domains.
    pub domains: Vec<Code>,
    /// Place ids. Need: where it is to be done. Others: where it is offered.
    pub places: Vec<Code>,
    /// Codes of regions, economic zones and corridors, read like `places`. An offer with
    /// neither is offered in the whole country.
    pub regions: Vec<Code>,
    /// Need: what it may cost. Offer: its price.
    pub budget: MoneyRange,
    /// Need: the contracts wanted, such as `BOT`. Offer: those it can enter.
    pub contract_types: Vec<Code>,
    /// Need: the forms of co-operation wanted, such as `PILOT`. Offer: those it can enter.
    pub delivery_models: Vec<Code>,
    /// The first day: of taking proposals, of being available.
    pub opens_on: Option<NaiveDate>,
    /// The last day: of taking proposals, of being valid.
    pub closes_on: Option<NaiveDate>,
    /// Need: the level of Circular 03/2026 it aims at, 1 to 3.
    pub maturity_target: Option<u8>,
    /// Offer: how far it has come.
    pub maturity: Option<OfferMaturity>,
    /// Offer: earlier deliveries. Expert: publications.
    pub references: Vec<Reference>,
    /// Need: standards asked for. Offer: standards it follows.
    pub standards: Vec<Code>,
    /// Certificates of the offer or of its owner.
    pub certificates: Vec<Certificate>,
    /// Working languages, such as `vi`, `en`, `ko`.
    pub languages: Vec<Code>,
    /// Free words, as their owners chose them. Expert: keywords of expertise.
    pub tags: Vec<Code>,
}

impl Posting {
    /// A posting that says nothing yet.
    pub fn new(kind: Kind, id: impl Into<Code>) -> Self {
        Self {
            id: id.into(),
            kind,
            organization: Arc::default(),
            texts: Vec::new(),
            domains: Vec::new(),
            places: Vec::new(),
            regions: Vec::new(),
            budget: MoneyRange::default(),
            contract_types: Vec::new(),
            delivery_models: Vec::new(),
            opens_on: None,
            closes_on: None,
            maturity_target: None,
            maturity: None,
            references: Vec::new(),
            standards: Vec::new(),
            certificates: Vec::new(),
            languages: Vec::new(),
            tags: Vec::new(),
        }
    }
}
