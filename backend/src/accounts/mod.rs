//! Accounts: people, from the first email to the last.
//!
//! ```text
//! asked for (name, address, organisation) ─▶ letter to the address ─▶ password set: account
//! account ─┬─▶ suspended ─▶ account
//!          └─▶ closed: what remains names nobody
//! change of address: asked for ─▶ agreed at the old one and at the new one ─▶ done
//! ```
//!
//! Nothing of a person is there before the letter was answered: no account, no organisation, no request
//! to join. How a person proves who she is stands in `credentials`, where she is signed in in `sessions`.

pub mod entity;
pub mod export;
pub mod graphql;
pub mod inputs;
pub mod jobs;
pub mod registration;
pub mod rules;
pub mod service;
pub mod store;

pub use entity::StaffRole;
pub use entity::user_account::Model as User;
