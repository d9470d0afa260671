//! Evaluation: criteria with weights on a need, a panel that scores by them, and the outcome for each
//! bidder.
//!
//! ```text
//! preparing ─▶ scoring ─▶ consensus ─▶ approved ─▶ decided
//!     │           │           │         │   ▲
//!     │           │           │         ▼   │
//!     │           │           │       interview      (a shortlist, once)
//!     └───────────┴───────────┴─────────┴─▶ ended    (the need was given up, or nothing came of it)
//! ```
//!
//! Criteria are the need's promise: they are frozen when it opens. Nobody sees another's sheet before all
//! who count have handed in theirs and the chair has begun the consensus. Where the need says so, bidders
//! are letters to the panel and the owner until the chair approves. A need without criteria is decided as
//! before.

mod bids;
pub mod conflicts;
mod consensus;
mod dossier;
pub mod entity;
pub mod graphql;
mod inputs;
pub mod jobs;
mod outcome;
mod outcomes;
mod panel;
pub mod rules;
mod scoring;
pub mod service;
pub mod store;
mod views;

pub use entity::{
    ConflictKind, CriterionKind, EvaluationStatus, MemberStatus, Model as Evaluation,
    OutcomeReviewVerdict, PanelSeat, SheetStatus, agreed::Model as Agreed, bid::Model as Bid,
    criterion::Model as Criterion, disclosure::Model as Disclosure, member::Model as Member,
    review::Model as OutcomeReview, score::Model as Score,
};
pub use outcome::OutcomeParties;
