//! Organisations and the invented people who act for them.

use serde::Deserialize;

use crate::{Text, read};

/// An organisation of the alliance's circle.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organization {
    /// Name by which the other files refer to it.
    pub key: String,
    /// Code of `OrganizationKind`.
    pub kind: String,
    /// Legal name.
    pub legal_name: Text,
    /// What it is, in a sentence or two.
    pub summary: Text,
    /// Tax code; none for real organisations, because identifiers are not invented.
    pub tax_code: Option<String>,
    /// Id of a place of the reference data.
    pub place: Option<String>,
    /// Public site.
    pub website: Option<String>,
}

/// A person with a demonstration account; none of them exists.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// Name by which the other files refer to them.
    pub key: String,
    /// Invented name.
    pub name: String,
    /// Address under the reserved `.example` domain.
    pub email: String,
    /// Code of `Locale`: the language they are written to in.
    pub locale: String,
    /// Key of the organisation they belong to.
    pub organization: Option<String>,
    /// Code of `MembershipRole` in that organisation.
    pub role: String,
    /// Code of `StaffRole`, for the alliance's staff.
    pub staff_role: Option<String>,
}

/// All organisations.
pub fn organizations() -> Vec<Organization> {
    read(
        "organizations.json",
        include_str!("../data/organizations.json"),
    )
}

/// All people.
pub fn people() -> Vec<Person> {
    read("people.json", include_str!("../data/people.json"))
}
