//! Moderation: what waits for the alliance's decision, and what it decided, by which rule, why and
//! by whom.
//!
//! ```text
//! need or offer sent in, match suggested ─▶ waiting ─▶ decided
//!                                              └─▶ gone (taken back before anybody decided)
//! ```

mod decisions;
pub mod entity;
pub mod graphql;
pub mod jobs;
pub mod store;

pub use decisions::{About, Verdict, decide, drop_open, open, open_by, wrong_decision};
pub use entity::{ReviewDecision, ReviewKind, ReviewRule};
