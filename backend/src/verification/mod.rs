//! How the alliance makes sure who an organisation is: registrations and verifications.
//!
//! ```text
//! registration:  listed or waiting ─▶ listed (approved) · rejected
//!
//! verification:  unverified · rejected · expired ─▶ pending (an owner asks, with evidence)
//!                pending ─▶ verified (for 365 days) · rejected
//!                verified ─▶ pending (its legal name, kind or code changed: the badge is gone)
//!                verified ─▶ verified (asked anew within its last 60 days) ─▶ expired
//! ```
//!
//! What was decided on is what the decider saw: a decision names the organisation's version.

pub mod entity;
pub mod graphql;
pub mod inputs;
pub mod jobs;
pub mod rules;
pub mod service;
pub mod store;

pub use entity::{Cause, Check, CheckName, CheckResult, Model as VerificationRequest};
