//! How common each term is among the published postings.

use crate::knowledge::Knowledge;
use crate::model::PostingText;
use crate::text::{Document, Term};
use std::collections::HashMap;

/// Document frequencies: how many postings use each word, pair and concept.
///
/// They are a value of their own, built from *all* published postings (needs and
/// offers alike) rather than from the candidates at hand, so that a pair scores
/// the same from either end and a rare word is rare for everybody. Empty
/// statistics are valid: every term then counts alike.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Statistics {
    postings: usize,
    frequencies: HashMap<Term, usize>,
}

impl Statistics {
    /// Counts the terms of all postings; each item is one posting's texts.
    pub fn from_texts<'a, I>(knowledge: &Knowledge, postings: I) -> Self
    where
        I: IntoIterator<Item = &'a [PostingText]>,
    {
        let mut statistics = Self::default();
        for texts in postings {
            statistics.add(knowledge, texts);
        }
        statistics
    }

    /// Counts one more posting.
    pub fn add(&mut self, knowledge: &Knowledge, texts: &[PostingText]) {
        self.postings += 1;
        for term in Document::new(knowledge.lexicon(), texts).distinct_terms() {
            *self.frequencies.entry(term).or_default() += 1;
        }
    }

    /// Takes back what [`Statistics::add`] counted for the same texts.
    pub fn remove(&mut self, knowledge: &Knowledge, texts: &[PostingText]) {
        self.postings = self.postings.saturating_sub(1);
        for term in Document::new(knowledge.lexicon(), texts).distinct_terms() {
            if let Some(count) = self.frequencies.get_mut(&term) {
                *count -= 1;
                if *count == 0 {
                    self.frequencies.remove(&term);
                }
            }
        }
    }

    /// How many postings were counted.
    pub fn postings(&self) -> usize {
        self.postings
    }

    /// Rarity, as BM25 has it: always above 0, highest for a term never seen.
    pub(crate) fn rarity(&self, term: &Term) -> f64 {
        let total = self.postings as f64;
        let seen = self.frequencies.get(term).copied().unwrap_or(0) as f64;
        // Texts of a pair that was not counted may hold terms beyond the total.
        (1.0 + (total - seen).max(0.0) / (seen + 0.5) + 0.5 / (seen + 0.5)).ln()
    }
}
