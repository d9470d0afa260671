//! Files that people upload: evidence of certificates and of who an organisation is.
//!
//! ```text
//! uploaded ─▶ attached (something refers to it) ─▶ gone with what referred to it
//!     └─▶ gone after a day
//! ```
//!
//! They come and go by HTTP (`http/files.rs`), not by GraphQL. The type is read off the bytes
//! ([`sniff`]); what is not what it says, is a script, or could be taken for something else is
//! refused. Contents are stored once by their SHA-256, sealed by the vault ([`storage`]).

pub mod entity;
pub mod graphql;
pub mod jobs;
pub mod rules;
pub mod service;
pub mod sniff;
pub(crate) mod storage;
pub mod store;

pub use entity::{FileOwner, FileType, Model as File, Purpose};
