//! What an organisation shows of itself, to everybody: certificates, with evidence for those who
//! verify it, and references, what it has done for whom. At most 50 of each.

pub mod entity;
pub mod graphql;
pub mod inputs;
pub mod rules;
pub mod service;
pub mod store;

pub use entity::certificate::Model as Certificate;
pub use entity::reference::Model as Reference;
