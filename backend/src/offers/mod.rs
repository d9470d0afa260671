//! Offers: what a firm, an institute or an organisation can deliver.
//!
//! ```text
//! draft ─▶ under_review ─▶ published ◀─▶ paused
//!   ▲          │               │            │
//!   │          ▼               ▼ (12 months) │
//!   └────── rejected        expired          │
//!    (edited: a draft again)   └─▶ archived ◀┘   (by its owner, from any state)
//! ```
//!
//! An expired offer is renewed by sending it in again.

pub mod entity;
pub mod graphql;
mod inputs;
pub mod jobs;
pub mod rules;
pub mod service;
pub mod store;

pub use entity::{Model as Offer, OfferMaturity, OfferStatus};
