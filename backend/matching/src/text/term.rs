//! Terms as numbers: what is compared when two texts are compared.

use std::hash::{DefaultHasher, Hash, Hasher};

use rustc_hash::FxHasher;

use crate::model::Language;

/// What a term is made of.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum TermKind {
    /// An English stem, a Vietnamese syllable, a code.
    Unit = 0,
    /// Two neighbours; in Vietnamese most words are.
    Pair = 1,
    /// A concept or domain of the taxonomy: the same in every language.
    Idea = 2,
    /// A part of a free tag.
    Tag = 3,
}

/// A term without its diacritics: two bits of kind and 46 of a hash, so that a million
/// postings with some millions of distinct terms collide about once in a hundred thousand.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Term(u64);

impl Term {
    const HASH_BITS: u32 = 46;

    fn new(kind: TermKind, language: Option<Language>, parts: &[&str]) -> Self {
        let mut hasher = FxHasher::default();
        language.hash(&mut hasher);
        parts.hash(&mut hasher);
        // The hasher is quick and leaves its best bits anywhere: mixed as SplitMix64 does.
        let mut hash = hasher.finish();
        hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        hash = (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let hash = (hash ^ (hash >> 31)) >> (64 - Self::HASH_BITS);
        Self(((kind as u64) << Self::HASH_BITS) | hash)
    }

    /// One stem, syllable or code.
    pub fn unit(language: Language, folded: &str) -> Self {
        Self::new(TermKind::Unit, Some(language), &[folded])
    }

    /// Two neighbours.
    pub fn pair(language: Language, first: &str, second: &str) -> Self {
        Self::new(TermKind::Pair, Some(language), &[first, second])
    }

    /// A concept or a domain.
    pub fn idea(code: &str) -> Self {
        Self::new(TermKind::Idea, None, &[code])
    }

    /// A part of a tag.
    pub fn tag(part: &str) -> Self {
        Self::new(TermKind::Tag, None, &[part])
    }

    /// It as a number.
    pub fn key(self) -> u64 {
        self.0
    }

    /// What it is made of.
    pub fn kind(self) -> TermKind {
        match self.0 >> Self::HASH_BITS {
            0 => TermKind::Unit,
            1 => TermKind::Pair,
            2 => TermKind::Idea,
            _ => TermKind::Tag,
        }
    }
}

/// How a term is accented, as a number: `bạn` and `bán` share the term `ban` and differ here.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Accent(u8);

impl Accent {
    /// Without any diacritics.
    pub const PLAIN: Self = Self(1);

    /// Of this spelling, whose folded form is given too.
    pub fn of(exact: &[&str], folded: &[&str]) -> Self {
        if exact == folded {
            return Self::PLAIN;
        }
        let mut hasher = DefaultHasher::new();
        exact.hash(&mut hasher);
        Self(2 + (hasher.finish() % 254) as u8)
    }
}

/// A term in a text: what, how accented, how often. Eight bytes, ordered by term.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Entry(u64);

impl Entry {
    /// Steps in which occurrences are counted: a quarter, at most 63.75.
    const STEP: f32 = 0.25;

    /// `count` is weighted by field: a word of the title stands more than once.
    pub fn new(term: Term, accent: Accent, count: f32) -> Self {
        let steps = (count / Self::STEP).round().clamp(1.0, 255.0) as u64;
        Self((term.0 << 16) | (u64::from(accent.0) << 8) | steps)
    }

    /// What.
    pub fn term(self) -> Term {
        Term(self.0 >> 16)
    }

    /// How accented.
    pub fn accent(self) -> Accent {
        Accent((self.0 >> 8) as u8)
    }

    /// How often.
    pub fn count(self) -> f64 {
        f64::from((self.0 & 0xff) as u8) * f64::from(Self::STEP)
    }

    /// Under which its exact spelling is counted in the statistics.
    pub fn exact_key(self) -> u64 {
        self.0 >> 8
    }

    /// Under which all its spellings are counted together.
    pub fn folded_key(self) -> u64 {
        (self.0 >> 16) << 8
    }
}

impl std::fmt::Debug for Entry {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "{:x}/{}×{}",
            self.term().0,
            self.accent().0,
            self.count()
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_gives_back_what_it_holds() {
        let term = Term::pair(Language::Vi, "do", "thi");
        let accent = Accent::of(&["đô", "thị"], &["do", "thi"]);
        let entry = Entry::new(term, accent, 3.0);
        assert_eq!((entry.term(), entry.accent()), (term, accent));
        assert!((entry.count() - 3.0).abs() < 1e-9);
        assert_eq!(entry.term().kind(), TermKind::Pair);
        assert!(Entry::new(term, accent, 1e9).count() > 60.0);
    }

    #[test]
    fn spellings_share_a_term_and_differ_in_accent() {
        let bound = Accent::of(&["bạn"], &["ban"]);
        assert_ne!(bound, Accent::of(&["bán"], &["ban"]));
        assert_eq!(Accent::of(&["ban"], &["ban"]), Accent::PLAIN);
        let friend = Entry::new(Term::unit(Language::Vi, "ban"), bound, 1.0);
        let plain = Entry::new(Term::unit(Language::Vi, "ban"), Accent::PLAIN, 2.0);
        assert_eq!(friend.folded_key(), plain.folded_key());
        assert_ne!(friend.exact_key(), plain.exact_key());
    }

    #[test]
    fn a_word_of_one_language_is_not_that_of_the_other() {
        assert_ne!(
            Term::unit(Language::Vi, "ban"),
            Term::unit(Language::En, "ban")
        );
    }
}
