//! The linter of needs: checks that read a draft and say what a bidder would stumble over. What it flags is
//! mended, or its owner says why it is right as it is; that is published on the need's page.
//!
//! ```text
//! flag ─▶ (mended: gone)
//!     └─▶ justified ─▶ published with the need
//! ```
//!
//! A need is sent in when no flag that blocks is left, and none that warns without a justification. Advice
//! holds nobody up.

mod checks;
pub mod entity;
pub mod graphql;
mod kinds;
pub mod rules;
pub mod service;
pub mod store;
mod wording;
mod words;

pub use entity::Model as FlagAnswer;
