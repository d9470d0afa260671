//! The taxonomy's concepts, found in texts of either language.
//!
//! A concept found in a text is a term without a language: it is how a Vietnamese need and an
//! English offer come to share something that can be named.

use std::collections::BTreeMap;

use super::forms::Forms;
use super::token::Token;
use crate::Bilingual;
use crate::model::{Code, Language};

/// A concept or a domain: what it is called.
#[derive(Clone, Debug)]
pub(crate) struct Idea {
    /// For explanations.
    pub name: Bilingual,
    /// What else it is: the concepts above it and its domains.
    pub above: Vec<Code>,
}

/// Every concept and domain, and how they are written.
#[derive(Clone, Debug)]
pub(crate) struct Concepts {
    ideas: BTreeMap<Code, Idea>,
    vi: Forms<Code>,
    en: Forms<Code>,
}

impl Default for Concepts {
    fn default() -> Self {
        Self {
            ideas: BTreeMap::new(),
            vi: Forms::new(Language::Vi),
            en: Forms::new(Language::En),
        }
    }
}

impl Concepts {
    /// Adds a concept with the phrases of each language that mean it.
    pub fn insert(&mut self, code: &Code, idea: Idea, vi: &[String], en: &[String]) {
        self.ideas.insert(code.clone(), idea);
        for phrase in vi {
            self.vi.insert(phrase, code);
        }
        for phrase in en {
            self.en.insert(phrase, code);
        }
    }

    /// What a concept is called; nothing if it is none (a code such as `5g`).
    pub fn get(&self, code: &str) -> Option<&Idea> {
        self.ideas.get(code)
    }

    /// The concepts that words speak of, once for each place where they do; what lies within
    /// a longer phrase is not meant on its own. English words count in Vietnamese texts too.
    pub fn of_words(&self, language: Language, words: &[Token], bare: bool) -> Vec<Code> {
        let own = match language {
            Language::Vi => self.vi.find(words, bare),
            Language::En => Vec::new(),
        };
        // Short English words look like bare Vietnamese syllables.
        let mistakable = |at: usize, length: usize| {
            let word = &words[at];
            language == Language::Vi && length == 1 && !word.code && word.exact.len() <= 5
        };
        let foreign = self.en.find(words, false);
        let foreign = foreign
            .into_iter()
            .filter(|hit| !mistakable(hit.at, hit.length));
        let hits = own.into_iter().chain(foreign).filter(|hit| !hit.nested);
        hits.flat_map(|hit| hit.meanings.iter().cloned()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::token::tokens;
    use super::*;

    fn concepts() -> Concepts {
        let mut concepts = Concepts::default();
        let mut add = |code: &str, vi: &str, en: &str, more: &str| {
            let idea = Idea {
                name: Bilingual::new(vi, en),
                above: vec![],
            };
            concepts.insert(&code.into(), idea, &[vi.into()], &[en.into(), more.into()]);
        };
        add("WWT", "nước thải", "wastewater", "sewage treatment plants");
        add("WAT", "nước", "water", "tap water");
        concepts
    }

    fn found(language: Language, text: &str, bare: bool) -> Vec<String> {
        let codes = concepts().of_words(language, &tokens(text), bare);
        codes.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn both_languages_lead_to_one_concept() {
        assert_eq!(found(Language::Vi, "xử lý nước thải", false), ["WWT"]);
        assert_eq!(found(Language::Vi, "xu ly nuoc thai", true), ["WWT"]);
        assert_eq!(
            found(Language::En, "a sewage treatment plant", false),
            ["WWT"]
        );
        assert_eq!(found(Language::Vi, "dự án wastewater", false), ["WWT"]);
    }

    #[test]
    fn unknown_words_are_nothing() {
        assert!(found(Language::En, "street lighting", false).is_empty());
    }
}
