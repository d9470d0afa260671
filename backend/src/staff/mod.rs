//! People as the alliance's administrators see them, and the roles of its staff.
//!
//! ```text
//! nobody's ─▶ moderator · verifier · administrator ─▶ nobody's
//! ```
//!
//! What a role decides stands in `moderation::rules`. A role holds only in a session with a second
//! factor; an administrator always remains.

pub mod graphql;
pub mod jobs;
pub mod service;
pub mod store;
