//! Membership of the alliance, as its board (Ban Điều hành) decides and an administrator records.
//!
//! ```text
//! none · rejected · left ─▶ applied (an owner, for a verified organisation)
//! applied ─▶ admitted · rejected (the board) · none (taken back)
//! admitted ─▶ suspended ─▶ admitted
//! admitted · suspended ─▶ left
//! ```

pub mod entity;
pub mod graphql;
pub mod jobs;
pub mod rules;
pub mod service;
pub mod store;

pub use entity::Model as AllianceApplication;
