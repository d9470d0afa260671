//! Phrases found in texts: the taxonomy's and the dictionary's, by how they are written.

use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, DefaultHasher, Hash, Hasher};

use super::normal::stem;
use super::token::{Token, tokens};
use crate::model::Language;
use crate::statistics::Hashed;

/// Phrases of one language, each leading to what it means.
#[derive(Clone, Debug)]
pub(crate) struct Forms<T> {
    accented: Phrases<T>,
    folded: Phrases<T>,
    language: Language,
    longest: usize,
}

/// What phrases mean, by the hash of their words. What only begins a phrase means nothing, and
/// is there so that looking for longer ones ends where there are none.
type Phrases<T> = HashMap<u64, Vec<T>, BuildHasherDefault<Hashed>>;

/// A phrase with one more word.
fn longer(phrase: u64, word: u64) -> u64 {
    (phrase.rotate_left(23) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

fn hash(word: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    word.hash(&mut hasher);
    hasher.finish()
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
            accented: HashMap::default(),
            folded: HashMap::default(),
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
        let add = |forms: &mut Phrases<T>, words: &mut dyn Iterator<Item = u64>| {
            let mut phrase = 0;
            for word in words {
                phrase = longer(phrase, word);
                forms.entry(phrase).or_default();
            }
            let meanings = forms.entry(phrase).or_default();
            if !meanings.contains(meaning) {
                meanings.push(meaning.clone());
            }
        };
        let spelt: Vec<u64> = words.iter().map(|word| hash(&self.spelt(word))).collect();
        add(&mut self.accented, &mut spelt.into_iter());
        // A lone syllable without its tone means too many things.
        if self.language == Language::Vi && words.len() > 1 {
            let folded = words.iter().map(|word| hash(&word.folded));
            add(&mut self.folded, &mut folded.into_iter());
        }
    }

    fn spelt<'w>(&self, word: &'w Token) -> Cow<'w, str> {
        match self.language {
            Language::Vi => Cow::Borrowed(&word.exact),
            Language::En => Cow::Owned(stem(&word.folded)),
        }
    }

    /// The phrases of a text, left to right, the longest at each place first; those within a
    /// longer one follow it, marked as nested. `bare`: the text has no diacritics at all.
    pub(super) fn find<'a>(&'a self, words: &[Token], bare: bool) -> Vec<Found<'a, T>> {
        let vietnamese = self.language == Language::Vi;
        let spelt: Vec<u64> = words.iter().map(|word| hash(&self.spelt(word))).collect();
        let loosely = words.iter().filter(|_| bare && vietnamese);
        let folded: Vec<u64> = loosely.map(|word| hash(&word.folded)).collect();
        let mut found = Vec::new();
        // Up to where the longest phrase so far reaches: what begins before is nested in it.
        let mut covered = 0;
        for from in 0..words.len() {
            let unbroken = words[from + 1..].iter().take_while(|t| t.joined);
            let most = (unbroken.take(self.longest).count() + 1).min(self.longest);
            let exact = phrases(&self.accented, &spelt[from..from + most]);
            let loose = match folded.get(from..from + most) {
                Some(folded) => phrases(&self.folded, folded),
                None => Vec::new(),
            };
            for length in (1..=most).rev() {
                let at = |hits: &[(usize, &'a [T])]| {
                    hits.iter().find(|hit| hit.0 == length).map(|hit| hit.1)
                };
                let exact = at(&exact).filter(|_| !bare || length > 1 || !vietnamese);
                if let Some(meanings) = exact.or_else(|| at(&loose)) {
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

/// The phrases that begin with the first of these words: how long, what they mean.
fn phrases<'a, T>(known: &'a Phrases<T>, words: &[u64]) -> Vec<(usize, &'a [T])> {
    let mut hits = Vec::new();
    let mut phrase = 0;
    for (before, word) in words.iter().enumerate() {
        phrase = longer(phrase, *word);
        match known.get(&phrase) {
            None => break,
            Some(meanings) if meanings.is_empty() => {}
            Some(meanings) => hits.push((before + 1, &meanings[..])),
        }
    }
    hits
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
