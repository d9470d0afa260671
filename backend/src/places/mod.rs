//! Places: today's 34 provincial units, the 63 former ones as their old names, six regions and
//! four key economic zones.
//!
//! Units carry validity dates. Seven two-digit codes were re-used on 1 July 2025 for other
//! provinces, so a code alone is never a key: the id is (`vn34-79`, `vn63-74`). The facts stand in
//! `backend/data/places.json`; the table is brought up to date from them after every migration,
//! and the process keeps them in memory, so that naming a place costs no query.

pub mod entity;
mod gazetteer;
pub mod graphql;
pub mod store;

pub use entity::PlaceKind;
pub use gazetteer::{EconomicZone, Gazetteer, Place, Region};
