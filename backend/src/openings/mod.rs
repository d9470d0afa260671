//! Openings: after the deadline the sealed proposals of a need are opened by two, one of the need's owner
//! and one of the alliance.
//!
//! ```text
//! (need closes) ─▶ waits ─▶ one side has opened ─▶ completed: all opened in one transaction
//! ```
//!
//! A need that closes without a proposal has nothing to open: its opening is complete at once. Until it
//! is complete nobody evaluates, and nobody takes a proposal back. The record of it is everybody's.

pub mod entity;
pub mod graphql;
pub mod jobs;
pub mod rules;
pub mod service;
pub mod store;

pub use entity::Model as Opening;
