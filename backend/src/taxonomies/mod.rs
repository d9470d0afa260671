//! Editions of the taxonomy's concepts. One is built into the binary (`backend/data/taxonomy.json`);
//! administrators write others and adopt one. The engine, the search index and every explanation follow.
//!
//! ```text
//! JSON ─ checked ─▶ edition ─ adopted ─▶ feed ─▶ corpus and index of every process are built anew
//! ```

pub mod entity;
pub mod graphql;
pub mod rules;
pub mod service;
pub mod store;

pub use entity::Model as TaxonomyEdition;
