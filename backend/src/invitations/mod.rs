//! Invitations to join an organisation, by email.
//!
//! ```text
//! waiting ─▶ accepted · declined (by whom it is for) · revoked (by an owner)
//!    └─▶ expired (14 days)
//! ```
//!
//! The letter's link carries no authority: an invitation is accepted by a signed-in person whose
//! confirmed address is the invited one. To everybody else but the organisation's owners it is not
//! there. Whether the address has an account is told to nobody.

pub mod entity;
pub mod graphql;
pub mod jobs;
pub mod rules;
pub mod service;
pub mod store;

pub use entity::{InvitationStatus, Model as Invitation};
