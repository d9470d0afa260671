//! What the matching engine is told of the world, and the engine that this process uses.
//!
//! * `knowledge`: the taxonomy, the map, the dictionary and the rates, as `matching` reads them.

mod knowledge;
pub mod model;

pub use knowledge::{built_in, built_in_concepts, with_concepts};
