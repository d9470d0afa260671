//! Proposals: what a firm would do about a need, sealed until the need's deadline.
//!
//! ```text
//! draft ─▶ submitted (sealed) ─▶ opened ─▶ under_evaluation ─▶ selected
//!  ▲ └────────┴─▶ withdrawn                     └─────────────▶ not_selected
//!  └───(edited)───────┘
//! ```
//!
//! Before it is opened nobody but its bidder can read a proposal or know of it: not the need's
//! owner, not the alliance. `awaiting_signoff`, `shortlisted` and `disqualified` are states of the
//! contract that no step leads to yet. The bidder gets a receipt: a hash of the canonical content.

pub mod entity;
pub mod graphql;
pub mod jobs;
pub mod rules;
pub mod service;
pub mod store;

pub use entity::{Model as Proposal, ProposalStatus};
