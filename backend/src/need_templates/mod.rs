//! A first text for a need of each domain, for who does not know how to begin. It knows nobody and
//! nothing else; the texts are data (`data/need-templates.toml`).

pub mod graphql;
pub mod rules;
