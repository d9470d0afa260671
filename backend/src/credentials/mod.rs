//! Credentials: how a person proves who she is.
//!
//! ```text
//! first factor    password · passkey · another provider (oidc)
//! second factor   authenticator app (TOTP) · passkey · recovery code
//!
//! authenticator:  begun ─▶ enabled (a first code was right) ─▶ removed
//! recovery code:  fresh ─▶ used
//! ```
//!
//! A passkey asks its device for a finger or a PIN and so is both factors at once. What the database
//! keeps of each: a password's argon2id hash, an authenticator's secret sealed by the vault, a recovery
//! code's digest, a passkey's public key.

pub mod entity;
pub mod graphql;
pub mod jobs;
pub mod passkeys;
pub mod passwords;
pub mod rules;
pub mod service;
pub mod store;
pub mod totp;

pub use entity::passkey::Model as Passkey;
pub use passkeys::Passkeys;
pub use passwords::Passwords;
