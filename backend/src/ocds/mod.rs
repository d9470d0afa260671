//! Open data: every public process, a need with what followed it, in the Open Contracting Data Standard 1.1
//! with its profile for public–private partnerships.
//!
//! ```text
//! rows ─▶ Process (plain, only what everybody may know) ─▶ release as of a moment ─▶ package
//!            store, service                                  release, parties, contracts (pure)
//! ```
//!
//! A process's history is not kept: it is told anew from the moments that the rows have. Each release is the
//! process as it was at one of them, the compiled release as it is now. What may be told is decided here and
//! in `store` alone, for a visitor, whoever asks; `docs/decisions/0042-open-data.md` says what and why.

mod agreed;
pub mod contracts;
mod parties;
pub mod process;
pub mod release;
pub mod service;
pub mod store;

pub use process::{Bid, Process};
