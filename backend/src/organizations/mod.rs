//! Organisations and who belongs to which.
//!
//! ```text
//! verification: unverified ─▶ pending ─▶ verified ─▶ expired
//!                                └─▶ rejected        (suspended from any)
//! membership:   pending ─▶ active
//! ```

pub mod entity;
pub mod graphql;
pub mod jobs;
pub mod rules;
pub mod service;
pub mod store;

pub use entity::membership::{self, Model as Membership};
pub use entity::organization::{self, Model as Organization};
pub use entity::{MembershipRole, MembershipStatus, OrganizationKind, Verification};
