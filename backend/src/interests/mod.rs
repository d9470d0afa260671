//! Interests: an organisation says that a need interests it, in public or for itself, and whether it looks
//! for partners.
//!
//! ```text
//! registered ─▶ withdrawn ─▶ registered (again; as long as the need takes proposals)
//! ```
//!
//! What is said in public is the firm's own choice: nothing is counted, listed or written to anybody before
//! it, and nothing of it says whether the firm makes a proposal in the end.

pub mod entity;
pub mod graphql;
pub mod rules;
pub mod service;
pub mod store;

pub use entity::Model as Interest;
