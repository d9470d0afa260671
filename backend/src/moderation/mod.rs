//! Moderation: what waits for the alliance's decision, and what it decided, by which rule, why and
//! by whom.
//!
//! ```text
//! sent in, suggested, asked for, reported ─▶ waiting ⇄ claimed (half an hour) ─▶ decided ─▶ appealed
//!                                              └─▶ gone (taken back before)          (once, 30 days;
//! suspended, let in again ──────────────────────────────────────────────▶ decided     by another)
//! ```
//!
//! Each decision is one row with a rule, a reason and a name. Nobody decides on what her own organisation
//! wrote, on herself, or on what somebody else is at ([`decide`] sees to it for every feature).

pub mod appeals;
mod cases;
pub mod claims;
mod decisions;
pub mod entity;
pub mod graphql;
pub mod hiding;
pub mod inputs;
pub mod jobs;
mod letters;
pub mod merges;
mod mutations;
pub mod reports;
pub mod rules;
pub mod store;
pub mod suspensions;

pub use cases::{Case, case_of};
pub use decisions::{
    About, Verdict, decide, drop_open, open, open_by, undisturbed, wrong_decision,
};
pub use entity::{ReviewDecision, ReviewKind, ReviewRule};
