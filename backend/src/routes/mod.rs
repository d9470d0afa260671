//! The route adviser: a few answers in, the legal paths that may fit out, each with its source and date. It
//! knows nobody and nothing else, and is no legal advice. The rules are data (`data/routes.toml`).

pub mod answers;
pub mod graphql;
pub mod rules;
