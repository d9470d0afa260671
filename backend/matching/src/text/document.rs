//! A posting as term vectors: words by language, ideas across languages.

use super::lexicon::Lexicon;
use super::normal::stem;
use super::stop::is_stop;
use super::token::{Token, tokens};
use crate::model::{Language, PostingText};
use std::collections::{BTreeMap, BTreeSet};

/// What texts are compared by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Term {
    /// An English word without its plural, or a code as a word among words.
    Word(String),
    /// A Vietnamese syllable with its accents.
    Syllable(String),
    /// Two neighbours: most Vietnamese words are two syllables.
    Pair(String),
    /// A Vietnamese syllable without accents.
    FoldedSyllable(String),
    /// Two neighbours without accents.
    FoldedPair(String),
    /// A domain of the taxonomy, in whatever language it was named.
    Concept(String),
    /// A code, the same in every language.
    Code(String),
}

/// How much a term counts: field weights summed over its occurrences.
pub(super) type Counts = BTreeMap<Term, f64>;

/// The three fields' weights: a title is written to say what it is about.
const FIELDS: [f64; 3] = [3.0, 2.0, 1.0];

/// An analysed posting.
#[derive(Clone, Debug, Default)]
pub(crate) struct Document {
    pub(super) sides: BTreeMap<Language, Side>,
    pub(super) ideas: Counts,
}

/// What a posting says in one language.
#[derive(Clone, Debug, Default)]
pub(super) struct Side {
    pub terms: Counts,
    pub words: Vec<Word>,
    /// Written without diacritics: its folded forms are all there is to go by.
    pub bare: bool,
}

/// A word in its place, for quoting.
#[derive(Clone, Debug)]
pub(super) struct Word {
    pub surface: String,
    pub terms: Vec<Term>,
    /// The pair it forms with the word before, exact and folded.
    pub pairs: Vec<Term>,
    /// Whether it says something by itself: a lone Vietnamese syllable seldom does.
    pub whole: bool,
}

impl Document {
    pub(crate) fn new(lexicon: &Lexicon, texts: &[PostingText]) -> Self {
        let mut document = Self::default();
        for text in texts {
            document.read(lexicon, text);
        }
        document
    }

    /// Whether there is anything to compare.
    pub(crate) fn is_empty(&self) -> bool {
        self.ideas.is_empty() && self.sides.values().all(|side| side.terms.is_empty())
    }

    /// Every term once, for counting in how many postings it stands.
    pub(crate) fn distinct_terms(&self) -> BTreeSet<Term> {
        let words = self.sides.values().flat_map(|side| side.terms.keys());
        words.chain(self.ideas.keys()).cloned().collect()
    }

    fn read(&mut self, lexicon: &Lexicon, text: &PostingText) {
        let fields = [&text.title, &text.summary, &text.body].map(|field| tokens(field));
        let bare = fields
            .iter()
            .flatten()
            .all(|token| token.exact == token.folded);
        for (words, weight) in fields.iter().zip(FIELDS) {
            for concept in lexicon.concepts(text.language, words, bare) {
                let term = Term::Concept(concept.to_owned());
                *self.ideas.entry(term).or_default() += weight;
            }
            for code in words.iter().filter(|token| token.code) {
                let term = Term::Code(code.exact.clone());
                *self.ideas.entry(term).or_default() += weight;
            }
            let side = self.sides.entry(text.language).or_default();
            side.bare = bare;
            side.read(text.language, words, bare, weight);
        }
    }
}

impl Side {
    fn read(&mut self, language: Language, tokens: &[Token], bare: bool, weight: f64) {
        let mut before: Option<&Token> = None;
        for token in tokens {
            if is_stop(language, &token.exact, bare) {
                before = None;
                continue;
            }
            let neighbour = before.filter(|_| token.joined);
            let word = Word {
                surface: token.surface.clone(),
                terms: words_of(language, token),
                pairs: neighbour.map_or_else(Vec::new, |first| pairs_of(language, first, token)),
                whole: token.code || language == Language::En,
            };
            for term in word.terms.iter().chain(&word.pairs) {
                *self.terms.entry(term.clone()).or_default() += weight;
            }
            self.words.push(word);
            before = Some(token);
        }
    }
}

fn words_of(language: Language, token: &Token) -> Vec<Term> {
    match language {
        Language::En => vec![Term::Word(stem(&token.folded))],
        Language::Vi if token.code => vec![Term::Word(token.exact.clone())],
        Language::Vi => vec![
            Term::Syllable(token.exact.clone()),
            Term::FoldedSyllable(token.folded.clone()),
        ],
    }
}

fn pairs_of(language: Language, first: &Token, second: &Token) -> Vec<Term> {
    let pair = |a: &str, b: &str| format!("{a} {b}");
    match language {
        Language::En => vec![Term::Pair(pair(
            &stem(&first.folded),
            &stem(&second.folded),
        ))],
        Language::Vi => vec![
            Term::Pair(pair(&first.exact, &second.exact)),
            Term::FoldedPair(pair(&first.folded, &second.folded)),
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(language: Language, title: &str) -> BTreeSet<Term> {
        let text = PostingText {
            language,
            title: title.to_owned(),
            summary: String::new(),
            body: String::new(),
        };
        Document::new(&Lexicon::default(), &[text]).distinct_terms()
    }

    #[test]
    fn vietnamese_gives_syllables_and_pairs_in_both_forms() {
        let found = terms(Language::Vi, "đô thị");
        let expected = [
            Term::Syllable("đô".into()),
            Term::Syllable("thị".into()),
            Term::Pair("đô thị".into()),
            Term::FoldedSyllable("do".into()),
            Term::FoldedSyllable("thi".into()),
            Term::FoldedPair("do thi".into()),
        ];
        assert_eq!(found, BTreeSet::from(expected));
    }

    #[test]
    fn no_pair_crosses_a_stop_word_or_a_comma() {
        let found = terms(Language::En, "lights of streets, parks");
        assert!(!found.iter().any(|term| matches!(term, Term::Pair(_))));
        assert!(found.contains(&Term::Word("street".into())));
    }

    #[test]
    fn a_code_is_an_idea_of_every_language() {
        assert!(terms(Language::Vi, "mạng 5G").contains(&Term::Code("5g".into())));
        assert!(terms(Language::En, "5G network").contains(&Term::Code("5g".into())));
    }
}
