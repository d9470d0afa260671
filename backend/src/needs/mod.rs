//! Needs: what a locality looks for.
//!
//! ```text
//! draft ─▶ under_review ─▶ open ─▶ closed ─▶ evaluating ─▶ matched ─▶ in_agreement ─▶ completed
//!   ▲          │ ▲           │        │           │
//!   │          ▼ │           │        └───────────┴─▶ unsuccessful
//!   │  changes_requested     │
//!   └── (edited in place)    └─▶ withdrawn, cancelled     (with a reason, from any state before matched)
//! ```
//!
//! `consultation` and `handed_over` are states of the contract that no step leads to yet. A need
//! closes by itself at its deadline; the proposals sealed until then are opened in the same
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
