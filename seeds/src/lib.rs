//! Demonstration data: the alliance as the news of 2020–22 describes it.
//!
//! Nothing here touches a database. The files under `data/` are read into plain structs;
//! planting them, through the same services that people use, is the backend's work.
//! Codes of enums (`kind`, `domains`, `contract_type` …) are spelled as in the GraphQL schema.

mod agreements;
mod needs;
mod offers;
mod parties;
mod profiles;
mod scenario;
#[cfg(test)]
mod tests;

use serde::Deserialize;
use serde::de::DeserializeOwned;

pub use agreements::{Agreement, Clause, Present, agreements};
pub use needs::{Brief, Indicator, LegalDocument, Need, NeedState, needs};
pub use offers::{Offer, OfferState, Reference, offers};
pub use parties::{Organization, Person, organizations, people};
pub use profiles::{
    Admission, Capability, Certificate, Profiles, Publication, ReferenceProject, Registration,
    Researcher, Verification, VerificationState, profiles,
};
pub use scenario::{Decision, Introduction, IntroductionState, Proposal, Scenario, scenario};

/// The one password of all demonstration accounts.
///
/// It is public on purpose: these accounts exist only where `PUBLIC_URL` is local,
/// and planting is refused anywhere else.
pub const PASSWORD: &str = "lien-minh-do-thi-thong-minh";

/// A text in Vietnamese and English; either side alone is enough.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// The Vietnamese side.
    pub vi: Option<String>,
    /// The English side.
    pub en: Option<String>,
}

/// A range of money in đồng, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Range {
    /// The lower end.
    pub min: i64,
    /// The upper end, never below the lower one.
    pub max: i64,
}

/// Reads one of the files that are compiled in; they are checked by this crate's tests.
fn read<T: DeserializeOwned>(name: &str, json: &str) -> T {
    serde_json::from_str(json).unwrap_or_else(|error| panic!("seeds/data/{name}: {error}"))
}
