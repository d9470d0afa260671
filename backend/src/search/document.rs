//! What is searched: rows as documents.

use async_graphql::Enum;

use super::FacetKey;

/// Kinds of things that are found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Enum)]
#[graphql(name = "SearchKind")]
pub enum DocumentKind {
    /// A need.
    Need,
    /// An offer.
    Offer,
    /// An organisation.
    Organization,
    /// A researcher's profile.
    Researcher,
}

impl DocumentKind {
    /// Every kind.
    pub const ALL: [Self; 4] = [
        Self::Need,
        Self::Offer,
        Self::Organization,
        Self::Researcher,
    ];

    /// As the index spells it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Need => "NEED",
            Self::Offer => "OFFER",
            Self::Organization => "ORGANIZATION",
            Self::Researcher => "RESEARCHER",
        }
    }

    /// The kind of this spelling.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// One thing that can be found.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// `need_…`, `offer_…`: its id as the API prints it.
    pub key: String,
    /// Its title in Vietnamese.
    pub title_vi: Option<String>,
    /// Its title in English.
    pub title_en: Option<String>,
    /// Everything else that is said, and by whom.
    pub bodies: Vec<String>,
    /// Concepts of the taxonomy that it names.
    pub concepts: Vec<String>,
    /// Values of each facet.
    pub facets: [Vec<String>; FacetKey::COUNT],
    /// Đồng, at least.
    pub budget_min: Option<i64>,
    /// Đồng, at most.
    pub budget_max: Option<i64>,
    /// When it was published, in microseconds since 1970.
    pub changed: i64,
}

impl Document {
    /// Adds a value of a facet.
    pub fn put(&mut self, facet: FacetKey, value: impl Into<String>) {
        let values = &mut self.facets[facet as usize];
        let value = value.into();
        if !values.contains(&value) {
            values.push(value);
        }
    }
}
