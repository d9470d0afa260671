//! Sentence vectors of what is public, computed by jobs where a model is there. A vector names its model and
//! the text it was computed from; another model or another text asks for another vector.
//!
//! ```text
//! posting changes ─▶ stale (looked for each minute, or when it is ranked) ─▶ computed ─▶ feed ─▶ corpus
//! ```

pub mod entity;
pub mod jobs;
pub mod service;
pub mod store;

pub use entity::Model as Vector;
