//! Sign-in by another provider of OpenID Connect (Core 1.0, authorization code with PKCE), off unless
//! one is configured.
//!
//! ```text
//! the page asks to begin ─▶ the provider ─▶ /oidc/callback ─┬─▶ known there: signed in
//!                                                          ├─▶ its verified address has an account: linked
//!                                                          └─▶ nobody: registration with a proven address
//! ```
//!
//! Only an address that the provider says it has verified links an account. What the provider proves is
//! a first factor: an account with a second one is asked for it here as well.

pub mod client;
pub mod entity;
pub mod service;
pub mod store;
