//! Proposals: what a firm would do about a need, sealed until the need's proposals are opened.
//!
//! ```text
//! draft ─▶ submitted (sealed) ─▶ opened ─▶ under_evaluation ─▶ shortlisted ─▶ selected
//!  ▲ │ ╲        ▲ │                             └──────────────────┴────────▶ not_selected
//!  │ │  ╲▶ awaiting_signoff (of those who propose together; `consortia`)
//!  │ └──────────┴─┴─▶ withdrawn
//!  └───(edited)───────────┘
//! ```
//!
//! Before it is opened nobody but its bidder, and who proposes together with it, can read a proposal or know of it: not the need's
//! owner, not the alliance. What it says ([`document`]) and the files that belong to it ([`attachments`]) lie encrypted ([`sealing`]); after the
//! deadline both sides open all of a need together (`openings`). `disqualified` is a state of
//! the contract that no step leads to yet. The bidder gets a signed receipt ([`receipts`]): a hash of the canonical content.

pub mod attachments;
pub mod document;
pub mod entity;
pub mod graphql;
pub mod inputs;
pub mod jobs;
pub mod parts;
pub mod receipts;
pub mod rules;
pub mod sealing;
pub mod sections;
pub mod service;
pub mod store;

pub use entity::{Model as Proposal, Partners, ProposalStatus};
