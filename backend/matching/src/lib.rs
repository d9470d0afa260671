//! Explained matching of needs (localities) with offers (firms) and experts (researchers).
//!
//! A pure library: no I/O, no clock, no database types. Equal inputs give equal outputs,
//! whatever the order of the candidates; ties are broken by id. A score is the sum of its
//! factors' points, so the explanation *is* the score.
//!
//! ```text
//! Posting ── Engine::read ── Reading ──┬── Corpus ── rank ── Ranked { score, values }
//! Knowledge: taxonomy, map, dictionary ┘      └── explain ── Fit { score, factors, raises }
//!                                                         └─ Obstacle: why absent
//! ```
//!
//! * [`Posting`]: what is compared; one type for needs, offers and experts.
//! * [`Knowledge`]: the taxonomy, the map, the dictionary and the rates, built once.
//! * [`Engine`]: reads postings and compares two of them.
//! * [`Corpus`]: many readings and their [`Statistics`]; ranks them for one.
//! * [`Weights`]: what each factor may give at most; they sum to 100.
//! * [`learn`]: weights from decisions; [`bundles`]: needs that could be one call;
//!   [`consortia`]: parties that cover a need together.
//! * [`Embedding`]: a sentence vector that somebody else computed.

mod advice;
mod bilingual;
mod bundles;
mod consortium;
mod corpus;
mod embedding;
mod engine;
mod exposure;
mod factors;
mod knowledge;
mod learn;
mod model;
mod obstacle;
mod retrieval;
mod score;
mod statistics;
#[cfg(test)]
mod testing;
mod text;
mod weights;
mod wording;

pub use advice::{Raise, Side};
pub use bilingual::Bilingual;
pub use bundles::{Bundle, BundleKind, bundle_of, bundles};
pub use consortium::{Candidate, Consortium, Party, consortia};
pub use corpus::{Ask, Corpus, Ranked, Slot};
pub use embedding::{Embedding, Means, Nearness};
pub use engine::{Engine, Reading, Score};
pub use knowledge::{ConceptInfo, DomainInfo, Facts, Knowledge, PlaceInfo, Translation};
pub use learn::{Decision, LEAST_GROUPS, Lesson, NothingLearnt, learn};
pub use model::{
    Certificate, Code, Kind, Language, MoneyRange, OfferMaturity, Organization, Posting,
    PostingText, Reference,
};
pub use obstacle::Obstacle;
pub use score::{Factor, FactorKey, Fit, Perspective};
pub use statistics::Statistics;
pub use text::{Text, Word, analyse, concepts_in, detect as detect_language};
pub use weights::{InvalidWeights, Points, Weights};

/// The version of the rules in this crate; stored matches name it.
pub const ENGINE_VERSION: &str = "2";
