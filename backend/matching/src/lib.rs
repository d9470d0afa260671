//! Explained matching of needs (localities) with offers (firms).
//!
//! A pure library: no I/O, no clock, no database types. Equal inputs give equal
//! outputs, whatever the order of the candidates; ties are broken by id. A score
//! is the sum of its factors' points, so the explanation *is* the score.
//!
//! ```text
//! postings ── Statistics ─┐
//! domains, places ── Knowledge ── Engine ── offers_for / needs_for ── Fit { score, factors }
//! need, offer, today ─────┘                                        └─ Obstacle: why absent
//! ```
//!
//! * [`Need`], [`Offer`]: what is compared.
//! * [`Knowledge`]: the taxonomy and the map, built once.
//! * [`Statistics`]: how common each word is among the published postings.
//! * [`Weights`]: what each factor may give at most; they sum to 100.
//! * [`Engine`]: ranks from either end; a pair scores the same from both.

mod bilingual;
mod engine;
mod factors;
mod knowledge;
mod model;
mod obstacle;
mod score;
mod statistics;
mod text;
mod weights;
mod wording;

pub use bilingual::Bilingual;
pub use engine::Engine;
pub use knowledge::{DomainInfo, Knowledge, PlaceInfo};
pub use model::{
    Language, MoneyRange, Need, Offer, OfferMaturity, Organization, PostingText, Reference,
};
pub use obstacle::Obstacle;
pub use score::{Factor, FactorKey, Fit};
pub use statistics::Statistics;
pub use weights::{InvalidWeights, Weights};

/// The version of the rules in this crate; stored matches name it.
pub const ENGINE_VERSION: &str = "1";
