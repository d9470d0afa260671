//! Matches: a need and an offer that the engine found for each other, and what became of them.
//!
//! ```text
//! suggested ─▶ reviewed ─▶ introduced ─▶ accepted_by_need  ─┐
//!     │           │            │    └──▶ accepted_by_offer ─┴─▶ mutual ─▶ in_dialogue ─▶ converted
//!     └─ blocked ─┘            └─▶ declined                    (contacts are shown from here on)
//!
//! expired: the need or the offer went away before both had accepted
//! ```

pub mod entity;
pub mod graphql;
mod inputs;
pub mod jobs;
pub mod ranking;
pub mod rules;
pub mod service;
pub mod store;

pub use entity::{MatchSide, MatchStatus, Model as Match};
