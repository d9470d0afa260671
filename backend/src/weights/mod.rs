//! How the engine weighs: versions of its weights, learnt from what people decided on matches. An
//! administrator compares a version with what ranks now and adopts it or not.
//!
//! ```text
//! decisions ─ learn ─▶ version ─ compare ─▶ adopted ─▶ every corpus, and every open need is ranked anew
//!                         └──────────────▶ left alone
//! ```

pub mod entity;
pub mod graphql;
pub mod jobs;
pub mod rules;
pub mod service;
pub mod store;

pub use entity::Model as WeightsVersion;
