//! Questions about open needs, comments on those about which the market is consulted, and their answers.
//!
//! ```text
//! asked ─▶ answered (public)
//!   └──────┴─▶ hidden (by the alliance, with a reason)
//! ```
//!
//! Who asked is known to the product alone: not to the need's owner, not to the alliance's people, in no
//! field, letter of others or open record. Questions end at their date; what waits then may still be
//! answered until the need closes.

pub mod entity;
pub mod graphql;
pub mod jobs;
pub mod rules;
pub mod service;
pub mod store;

pub use entity::Model as Question;
