//! Sessions: who is signed in, where, and how it was proven.
//!
//! ```text
//! sign in ─▶ first factor right ─┬─▶ session
//!                                └─▶ challenge (second factor) ─▶ session, strong
//! passkey, asked of any ─▶ session, strong
//!
//! session: one family of refresh tokens
//!    │ refresh: the token is exchanged for its successor; asked again within the grace period the
//!    │          same successor is given (two tabs, a lost answer)
//!    │ an exchanged one comes back later ─▶ ended, the person is told
//!    └ sign out, ended by its person, a new password, suspension ─▶ ended
//! ```
//!
//! The access token is a 15-minute JWT that the page keeps in memory; the refresh token is opaque,
//! stored as a digest, and travels in an HttpOnly cookie only. Programs use access tokens of their
//! own, named and scoped ([`access_tokens`]).

pub mod access_tokens;
pub mod challenges;
pub mod cookies;
pub mod entity;
pub mod graphql;
pub mod jobs;
pub mod rules;
pub mod service;
pub mod sign_in;
pub mod store;
pub mod tokens;
pub mod viewers;

pub use entity::{ChallengeKind, Scope, Scopes, SignInMethod};
