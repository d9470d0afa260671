//! Joint calls: needs of several owners in one region or economic zone that the engine found to be one, or
//! parts of one. It is proposed to their owners; each consents for her own need or not, and the need stays
//! hers.
//!
//! ```text
//! a joint call:  proposed ─▶ agreed    (everybody who is still in has consented)
//!                    │  ├──▶ declined  (somebody declined, and fewer than two owners are left)
//!                    │  └──▶ ended     (the alliance ended it)
//!                    └─────▶ expired   (needs went away, or a larger joint call took its place)
//!
//! one of its needs:  waiting ─▶ consented ─▶ waiting  (somebody else left: it is another circle now)
//!                       └───────────┴──▶ declined | left
//! ```
//!
//! Everybody sees what was agreed; before that the owners and the alliance alone know. Who declined, and
//! why, stays between them for good.

pub mod entity;
pub mod graphql;
mod inputs;
pub mod jobs;
pub mod rules;
pub mod service;
pub mod store;

pub use entity::{Answer, JointCallKind, JointCallStatus, Model as JointCall, part::Model as Part};
