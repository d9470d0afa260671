//! What the matching engine is told of the world, and the engine that this process uses.
//!
//! * `model`: the sentence model.
//! * `service`, `rules`: how it stands, for administrators.
//! * `knowledge`: the taxonomy, the map, the dictionary and the rates, as `matching` reads them.

pub mod graphql;
mod knowledge;
pub mod model;
pub mod rules;
pub mod service;

pub use knowledge::{Known, Told, built_in, built_in_concepts, with_concepts};
