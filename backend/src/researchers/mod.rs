//! Researchers: the profile that an expert writes of herself, to be found by what she knows.
//!
//! ```text
//! written ─▶ public while its person consents (`ConsentPurpose::PublicProfile`) ─▶ written
//!    └─▶ gone (removed, or with the account)
//! ```
//!
//! Until she consents, and from the moment she withdraws, nobody but herself sees it; nor while her
//! account is kept out. What she declares as her interests is for signed-in people alone.

pub mod entity;
pub mod graphql;
pub mod inputs;
pub mod orcid;
pub mod rules;
pub mod service;
pub mod store;

pub use entity::{Model as Researcher, Publication};
