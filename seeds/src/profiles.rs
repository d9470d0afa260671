//! What organisations and researchers say of themselves, and what the alliance decided about them.

use serde::Deserialize;

use crate::{Text, read};

/// Everything of `profiles.json`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profiles {
    /// Organisations that asked to be verified.
    pub verifications: Vec<Verification>,
    /// Members of the alliance.
    pub alliance: Vec<Admission>,
    /// What organisations are able to do.
    pub capabilities: Vec<Capability>,
    /// Certificates.
    pub certificates: Vec<Certificate>,
    /// References.
    pub references: Vec<ReferenceProject>,
    /// Researchers.
    pub researchers: Vec<Researcher>,
    /// An organisation whose registration waits.
    pub registration: Registration,
}

/// How far a verification has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VerificationState {
    /// It waits for the alliance.
    Waiting,
    /// The alliance verified it.
    Verified,
}

/// A request to be verified.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Verification {
    /// Key of the organisation.
    pub organization: String,
    /// How far it has come.
    pub state: VerificationState,
    /// What the organisation says.
    pub note: Option<String>,
}

/// A membership of the alliance; number and date are invented.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Admission {
    /// Key of the organisation.
    pub organization: String,
    /// Number of the board's decision.
    pub number: String,
    /// Its date, as 2021-11-10.
    pub date: String,
}

/// What an organisation is able to do.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Capability {
    /// Key of the organisation.
    pub organization: String,
    /// In words.
    pub text: Text,
    /// Domain codes.
    pub domains: Vec<String>,
}

/// A certificate; every word of it is invented.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Certificate {
    /// Key of the organisation.
    pub organization: String,
    /// Name.
    pub name: String,
    /// Standard.
    pub standard: String,
    /// Issuer.
    pub issuer: String,
    /// Number.
    pub number: String,
    /// Issued on, as 2025-03-01.
    pub issued_on: String,
    /// Last day.
    pub expires_on: String,
    /// With a file.
    pub evidence: bool,
}

/// A reference; every word of it is invented.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReferenceProject {
    /// Key of the organisation.
    pub organization: String,
    /// What it was.
    pub project: Text,
    /// For whom.
    pub client: String,
    /// Id of a place of the reference data.
    pub place: String,
    /// Year.
    pub year: i32,
    /// What was done.
    pub description: Text,
}

/// A publication; it was never written.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Publication {
    /// Title.
    pub title: String,
    /// Year.
    pub year: i32,
    /// Where it appeared.
    pub venue: String,
}

/// A researcher's profile; its person is invented.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Researcher {
    /// Key of the person.
    pub person: String,
    /// In one line.
    pub headline: Text,
    /// In full.
    pub biography: Text,
    /// Key of the organisation she belongs to.
    pub organization: Option<String>,
    /// Where she works, in her words.
    pub affiliation: Option<String>,
    /// Domain codes.
    pub domains: Vec<String>,
    /// Keywords.
    pub keywords: Vec<String>,
    /// Publications.
    pub publications: Vec<Publication>,
    /// Languages.
    pub languages: Vec<String>,
    /// May be asked to evaluate.
    pub evaluator: bool,
    /// May be asked to join a consortium.
    pub consortium_partner: bool,
    /// Declared interests.
    pub interests: Option<String>,
}

/// An organisation that somebody registers.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Registration {
    /// Key of the person.
    pub by: String,
    /// Code of `OrganizationKind`.
    pub kind: String,
    /// Legal name.
    pub legal_name: Text,
    /// Id of a place of the reference data.
    pub place: String,
}

/// All of it.
pub fn profiles() -> Profiles {
    read("profiles.json", include_str!("../data/profiles.json"))
}
