//! One search over everything public: needs, offers, organisations, researchers.
//!
//! ```text
//! question ─▶ query.rs (words, accents, typos, concepts, places) ─▶ index.rs (tantivy) ─▶ ids, facets
//!                                                                        ▲
//! rows ─▶ document.rs ───────────────────────────────────────────────────┘  follower.rs, by the feed of changes
//! ```
//!
//! Only what everybody may see is in the index; whoever asks gets the rows through the policy all the
//! same, so that what was hidden a moment ago is not shown either.

mod collector;
mod document;
mod fields;
pub mod follower;
pub mod graphql;
mod highlight;
mod index;
mod query;
pub mod service;
pub mod store;

use async_graphql::Enum;

pub use document::{Document, DocumentKind};
pub use highlight::{Piece, highlight, snippet};
pub use index::{Answer, FacetCount, Found, Index, Suggestion};
pub use query::{Question, Understood};

/// By what results are narrowed and counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Enum)]
pub enum FacetKey {
    /// Kind of thing.
    Kind,
    /// Domain code.
    Domain,
    /// Today's unit.
    Place,
    /// Region of the place.
    Region,
    /// Contract type.
    ContractType,
    /// Status.
    Status,
    /// Language in which it can be read.
    Language,
}

impl FacetKey {
    /// How many there are.
    pub const COUNT: usize = 7;
    /// In one order.
    pub const ALL: [Self; Self::COUNT] = [
        Self::Kind,
        Self::Domain,
        Self::Place,
        Self::Region,
        Self::ContractType,
        Self::Status,
        Self::Language,
    ];

    /// Its field in the index.
    pub(crate) fn field(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Domain => "domain",
            Self::Place => "place",
            Self::Region => "region",
            Self::ContractType => "contract_type",
            Self::Status => "status",
            Self::Language => "language",
        }
    }
}
