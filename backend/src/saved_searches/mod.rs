//! Searches that people saved, and the emails about what is new in them.
//!
//! ```text
//! saved ─▶ looked at (at once, daily, weekly) ─▶ something new: one letter ─▶ looked at …
//!   └ deleted          └ paused, or no consent any more: no letters
//! ```
//!
//! A letter is sent only while its reader agrees to such letters (`ConsentPurpose::SearchAlerts`); one
//! click in any of them withdraws that. What is found is what everybody may see.

pub mod entity;
pub mod graphql;
pub mod jobs;
pub mod rules;
pub mod service;
pub mod store;

pub use entity::{Criteria, Frequency, Model as SavedSearch};
