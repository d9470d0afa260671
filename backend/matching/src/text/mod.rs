//! From a posting's text to weighted terms, and how alike two of them are.
//!
//! * `normal`: one spelling for what Unicode and two Vietnamese schools write differently.
//! * `token`: words, syllables and codes kept whole.
//! * `syllable`, `language`: what is Vietnamese.
//! * `stop`: words that say nothing.
//! * `forms`: phrases found in texts; `concepts`: the taxonomy's; `dictionary`: translations.
//! * `term`, `profile`: a text as sorted numbers.
//! * `likeness`: two texts compared.
//! * `tag`: free tags and names of standards.
//! * `analysis`: the same words for a search index.
//! * `quote`: which of the shared words an explanation quotes.

mod analysis;
mod concepts;
mod dictionary;
mod forms;
mod language;
mod likeness;
mod normal;
mod profile;
mod quote;
mod stop;
mod syllable;
mod tag;
mod term;
mod token;

pub use analysis::{Text, Word, analyse, concepts as concepts_in};
pub(crate) use concepts::{Concepts, Idea};
pub(crate) use dictionary::{Dictionary, dictionary};
pub use language::detect;
pub(crate) use likeness::{
    IDEAS_ACROSS, IDEAS_BESIDE_WORDS, Likeness, OTHER_ACCENT, Scale, asked, compare, found, scale,
};
pub(crate) use profile::{Names, Profile, Side};
pub(crate) use quote::{Quotes, Texts, quotes};
pub(crate) use tag::tag_parts;
pub(crate) use term::{Accent, Entry, Term, TermKind};
