//! What members of an organisation may do, and how they leave it.
//!
//! ```text
//! asked ─▶ active (an owner agrees) ─▶ gone (an owner removes, or the person leaves)
//!   └─▶ gone (declined, or taken back)
//! ```
//!
//! An organisation with members is never without an owner: whoever changes its people holds its row
//! locked. When the last member leaves, it is closed (`organizations::closing`).

pub mod graphql;
pub mod jobs;
pub mod service;
