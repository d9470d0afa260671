//! Addenda: what an owner adds to a need that is open. Its texts and criteria stay as they were published;
//! an addendum stands beside them, numbered, and may move the deadline back, never forward.

pub mod entity;
pub mod graphql;
pub mod jobs;
pub mod rules;
pub mod service;
pub mod store;

pub use entity::Model as Addendum;
