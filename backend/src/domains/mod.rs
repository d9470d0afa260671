//! Domains: the 19 sections of ISO 37122 (TCVN ISO 37122:2020), the six focus areas of the ASEAN
//! Smart Cities Network that they belong to, and the cross-cutting tags, in Vietnamese and English
//! with synonyms.
//!
//! The facts stand in `backend/data/domains.json`; the table follows them, the process keeps them.

pub mod entity;
pub mod graphql;
pub mod store;
mod taxonomy;

pub use entity::{AscnArea, DomainKind};
pub use taxonomy::{Domain, Taxonomy};
