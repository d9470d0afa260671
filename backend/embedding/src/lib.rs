//! Sentence embeddings: a text becomes a vector, and texts that mean the same have vectors that
//! point the same way, in whatever language each is written.
//!
//! [`Embedder::load`] reads a folder in the layout of Hugging Face; `make model` prepares one with
//! multilingual-e5-small. The numbers are multiplied by candle (`docs/decisions/0023-sentence-embedding.md`).
//!
//! ```text
//! text ─ tokens ─ windows ─ encoder ─ mean over all rows, length one ─ vector ─┐
//! language ─────────────────────────────────────────────────────────── mean ───┴─ centred ─ cosine
//! ```
//!
//! * Of a long text at most four windows of 512 positions are read, each with the words that the
//!   model expects before a text, and at most the first 16,000 characters. The vector is the mean
//!   over the rows of all of them.
//! * A text without a token (empty, or of nothing but spaces and control characters) has the zero
//!   vector: it is like nothing.
//! * Any other text has a vector of length one, also one the model knows no piece of.
//! * Equal texts have equal vectors on one machine; on another, or beside other texts in one call,
//!   the last digits may differ.

mod config;
mod embedder;
mod encoder;
mod error;
mod folder;
mod kernels;
mod means;
mod tokens;
mod unigram;
mod weights;

pub use embedder::Embedder;
pub use error::ModelError;
pub use means::{Language, Means, centred, cosine};
