//! From a posting's text to weighted terms, and how alike two of them are.
//!
//! * `normal`: one spelling for what Unicode and two Vietnamese schools write differently.
//! * `token`: words, syllables and codes kept whole.
//! * `stop`: words that say nothing.
//! * `lexicon`: the taxonomy's synonyms found in either language.
//! * `document`: a posting as term vectors.
//! * `similarity`: two postings compared.
//! * `quote`: which of the shared words an explanation quotes.

mod document;
mod lexicon;
mod normal;
mod quote;
mod similarity;
mod stop;
mod token;

pub(crate) use document::{Document, Term};
pub(crate) use lexicon::Lexicon;
pub(crate) use similarity::{Likeness, compare};
