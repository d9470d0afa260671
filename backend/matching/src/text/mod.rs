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
pub(crate) use likeness::{Likeness, compare};
pub(crate) use profile::{Profile, Side};
pub(crate) use quote::{Quotes, Texts, quotes};
pub(crate) use tag::{standard, tag_parts};
pub(crate) use term::Entry;

use crate::model::Posting;

/// Whether a posting's texts or tags hold these words, accents or not.
pub(crate) fn mentions(posting: &Posting, words: &str) -> bool {
    let wanted = standard(words);
    if wanted.is_empty() {
        return false;
    }
    let within = |text: &str| format!(" {} ", standard(text)).contains(&format!(" {wanted} "));
    let texts = posting
        .texts
        .iter()
        .flat_map(|text| [&text.title, &text.summary, &text.body]);
    texts.into_iter().any(|text| within(text)) || posting.tags.iter().any(|tag| within(tag))
}
