//! Needs: what a locality looks for.
//!
//! ```text
//! draft ─▶ under_review ─▶ open ─▶ closed ─▶ evaluating ─▶ matched ─▶ in_agreement ─▶ completed
//!   ▲          │ ▲  ╲        ▲        │           │              ╲           ╲            ╲
//!   │          ▼ │   ╲▶ consultation  └───────────┴─▶ unsuccessful └───────────┴────────────┴─▶ handed_over
//!   │  changes_requested
//!   └── (edited in place)    withdrawn, cancelled     (with a reason, from any state before matched)
//! ```
//!
//! While the market is consulted a need is public, its owner still changes it, and firms comment on it
//! (`clarifications`); then the owner opens it for proposals. A need closes by itself at its deadline; the proposals sealed until then are opened in the same
//! transaction.

pub mod brief;
pub mod entity;
pub mod graphql;
mod inputs;
pub mod jobs;
pub mod rules;
pub mod service;
pub mod store;

pub use entity::{Model as Need, NeedStatus};
