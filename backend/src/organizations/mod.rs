//! Organisations: what they say of themselves, whether they are seen, and who belongs to which.
//!
//! ```text
//! standing:     listed ─▶ rejected (by the alliance) · closed (its last member left)
//!               waiting (its name looks like another's) ─▶ listed · rejected
//! verification: unverified ─▶ pending ─▶ verified ─▶ expired       (see `verification`)
//!                                └─▶ rejected        (suspended from any)
//! membership:   pending ─▶ active ─▶ gone                          (see `members`)
//! ```

mod actions;
mod closing;
pub mod entity;
mod founding;
pub mod graphql;
pub mod inputs;
pub mod jobs;
pub mod names;
pub mod rules;
pub mod service;
pub mod store;

pub use entity::membership::{self, Model as Membership};
pub use entity::organization::{self, Model as Organization};
pub use entity::{
    AllianceStatus, MembershipRole, MembershipStatus, OrganizationKind, Standing, Verification,
};
