//! Proposals: what a firm would do about a need, sealed until the need's proposals are opened.
//!
//! ```text
//! draft ─▶ submitted (sealed) ─▶ opened ─▶ under_evaluation ─▶ selected
//!  ▲ └────────┴─▶ withdrawn                     └─────────────▶ not_selected
//!  └───(edited)───────┘
//! ```
//!
//! Before it is opened nobody but its bidder can read a proposal or know of it: not the need's
//! owner, not the alliance. What it says ([`document`]) lies encrypted ([`sealing`]); after the
//! deadline both sides open all of a need together (`openings`). `awaiting_signoff`, `shortlisted` and
//! `disqualified` are states of the contract that no step leads to yet. The bidder gets a signed
//! receipt ([`receipts`]): a hash of the canonical content.

pub mod document;
pub mod entity;
pub mod graphql;
pub mod inputs;
pub mod jobs;
pub mod receipts;
pub mod rules;
pub mod sealing;
pub mod sections;
pub mod service;
pub mod store;

pub use entity::{Model as Proposal, ProposalStatus};
