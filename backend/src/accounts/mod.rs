//! Accounts: people, their passwords, their signed-in devices.
//!
//! ```text
//! register ─┐
//! sign in ──┴─▶ session (one family of refresh tokens)
//!                 │ refresh: the old token is used up, a new one takes its place
//!                 │ an old one comes back after the grace period ─▶ revoked
//!                 └ sign out ─▶ revoked
//! ```
//!
//! The access token is a 15-minute JWT that the page keeps in memory; the refresh token is opaque,
//! stored as a hash, and travels in an HttpOnly cookie only.

pub mod entity;
pub mod graphql;
pub mod jobs;
pub mod passwords;
pub mod rules;
pub mod service;
pub mod store;
pub mod tokens;

pub use entity::StaffRole;
pub use entity::user_account::Model as User;
