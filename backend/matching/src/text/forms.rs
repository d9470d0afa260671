//! Phrases found in texts: the taxonomy's and the dictionary's, by how they are written.

use std::collections::HashMap;

use super::normal::stem;
use super::token::{Token, tokens};
use crate::model::Language;

/// Phrases of one language, each leading to what it means.
#[derive(Clone, Debug)]
pub(crate) struct Forms<T> {
    accented: HashMap<String, Vec<T>>,
    folded: HashMap<String, Vec<T>>,
    language: Language,
    longest: usize,
}

/// A phrase found: where, how long, what it means.
#[derive(Debug)]
pub(super) struct Found<'a, T> {
    /// Index of its first word.
    pub at: usize,
    /// Words.
    pub length: usize,
    /// What it means.
    pub meanings: &'a [T],
    /// Whether it lies within a longer phrase that was found too.
    pub nested: bool,
}

impl<T> Default for Forms<T> {
    fn default() -> Self {
        Self {
            accented: HashMap::new(),
            folded: HashMap::new(),
            language: Language::Vi,
            longest: 0,
        }
    }
}

impl<T: Clone + PartialEq> Forms<T> {
    /// No phrases yet.
    pub fn new(language: Language) -> Self {
        Self {
            language,
            ..Self::default()
        }
    }

    /// Adds a phrase; a repetition changes nothing.
    pub fn insert(&mut self, phrase: &str, meaning: &T) {
        let words = tokens(phrase);
        if words.is_empty() {
            return;
        }
        self.longest = self.longest.max(words.len());
        let add = |forms: &mut HashMap<String, Vec<T>>, key: String| {
            let meanings = forms.entry(key).or_default();
            if !meanings.contains(meaning) {
                meanings.push(meaning.clone());
            }
        };
        let key = key(&words, |word| self.spelt(word));
        add(&mut self.accented, key);
        // A lone syllable without its tone means too many things.
        if self.language == Language::Vi && words.len() > 1 {
            add(&mut self.folded, folded_key(&words));
        }
    }

    fn spelt(&self, word: &Token) -> String {
        match self.language {
            Language::Vi => word.exact.clone(),
            Language::En => stem(&word.folded),
        }
    }

    /// The phrases of a text, left to right, the longest at each place first; those within a
    /// longer one follow it, marked as nested. `bare`: the text has no diacritics at all.
    pub(super) fn find(&self, words: &[Token], bare: bool) -> Vec<Found<'_, T>> {
        let vietnamese = self.language == Language::Vi;
        let spelt: Vec<String> = words.iter().map(|word| self.spelt(word)).collect();
        let folded: Vec<&str> = words.iter().map(|word| word.folded.as_str()).collect();
        let at = |from: usize, length: usize| {
            let exact = self.accented.get(&spelt[from..from + length].join(" "));
            let exact = exact.filter(|_| !bare || length > 1 || !vietnamese);
            exact.or_else(|| {
                let key = || folded[from..from + length].join(" ");
                (bare && vietnamese)
                    .then(|| self.folded.get(&key()))
                    .flatten()
            })
        };
        let mut found = Vec::new();
        // Up to where the longest phrase so far reaches: what begins before is nested in it.
        let mut covered = 0;
        for from in 0..words.len() {
            let unbroken = words[from + 1..].iter().take_while(|t| t.joined).count() + 1;
            for length in (1..=unbroken.min(self.longest)).rev() {
                if let Some(meanings) = at(from, length) {
                    let nested = from + length <= covered;
                    covered = covered.max(from + length);
                    found.push(Found {
                        at: from,
                        length,
                        meanings,
                        nested,
                    });
                }
            }
        }
        found
    }
}

fn key(words: &[Token], spelt: impl Fn(&Token) -> String) -> String {
    words.iter().map(spelt).collect::<Vec<_>>().join(" ")
}

fn folded_key(words: &[Token]) -> String {
    key(words, |word| word.folded.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms() -> Forms<&'static str> {
        let mut forms = Forms::new(Language::Vi);
        forms.insert("xử lý nước thải", &"wastewater treatment");
        forms.insert("nước thải", &"wastewater");
        forms.insert("nước", &"water");
        forms
    }

    fn found(text: &str, bare: bool) -> Vec<(&'static str, bool)> {
        let forms = forms();
        let words = tokens(text);
        let hits = forms.find(&words, bare);
        hits.iter()
            .map(|hit| (hit.meanings[0], hit.nested))
            .collect()
    }

    #[test]
    fn the_longest_comes_first_and_what_lies_within_is_marked() {
        assert_eq!(
            found("nhà máy xử lý nước thải", false),
            [
                ("wastewater treatment", false),
                ("wastewater", true),
                ("water", true)
            ]
        );
    }

    #[test]
    fn without_diacritics_only_compounds_are_trusted() {
        assert_eq!(
            found("xu ly nuoc thai", true),
            [("wastewater treatment", false), ("wastewater", true)]
        );
        assert_eq!(found("nuoc", true), []);
        assert_eq!(
            found("nuoc thai", false),
            [],
            "an accented text means what it writes"
        );
    }

    #[test]
    fn a_comma_parts_a_phrase() {
        assert_eq!(found("nước, thải", false), [("water", false)]);
    }
}
