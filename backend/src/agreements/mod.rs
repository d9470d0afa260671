//! Agreements: what two sides promise each other, drafted in turns, signed by both, followed to its end.
//!
//! ```text
//! drafting ──▶ pending signature ──▶ active ──▶ completed | terminated | expired
//!    │  ▲             │     │          │  ▲
//!    │  └── reopened ─┘     │          ▼  │ signed by both, or dropped
//!    └───────▶ cancelled ◀──┘       amendment: editing ──▶ signing
//! ```
//!
//! One side holds the turn and edits; proposing passes the turn and says that one's own side accepts that
//! version. When the other accepts the same version it is signed: by a present owner of each organisation,
//! after a fresh proof of who she is, over the hash of that version. Nobody else reads a text before both
//! sides let everybody.

mod beginning;
mod checks;
pub mod entity;
mod figures;
mod following;
pub mod graphql;
pub mod historic;
mod inputs;
pub mod jobs;
mod objects;
pub mod paper;
pub mod parts;
pub mod rules;
pub mod service;
mod signing;
pub mod store;
pub mod templates;
pub mod text;
mod versions;
mod views;

pub use entity::{
    AgreementStatus, Kind, Model as Agreement, Negotiation, Publication, Side,
    version::Model as Version,
};
pub use parts::{
    MilestoneStatus, PaymentKind, comment::Model as Comment, indicator::Model as Indicator,
    measurement::Model as Measurement, milestone::Model as Milestone, payment::Model as Payment,
    scan::Model as Scan, signature::Model as Signature, witness::Model as Witness,
};
pub use signing::file;
