//! Consortia: several organisations that make one proposal together.
//!
//! ```text
//! invited ─▶ accepted ─▶ (signs, once the lead has put the draft up for signing)
//!    │          └──────▶ left       (by itself, or the lead ends it; while nothing is handed in)
//!    └─▶ declined                   (also when the lead takes the invitation back)
//! ```
//!
//! The lead answers for the proposal: it invites, hands in and withdraws. Members read and write the draft
//! like it. A member's signature is for one version: taking the draft back to change it ends all of them.
//! Who takes part in two proposals for one need may, and both sides' members see that it does, never in
//! which.

pub mod entity;
pub mod graphql;
pub mod jobs;
pub mod rules;
pub mod service;
pub mod store;

pub use entity::{MemberStatus, Model as ConsortiumMember};
