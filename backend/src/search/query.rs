//! From what somebody typed to what the index is asked.
//!
//! Every word may be found with its accents (counts most), without them, by its English stem, with a
//! typing error, and the last one by its beginning. Of many words most must be there. A concept of the
//! taxonomy stands for all its names in both languages; a place's former name stands for today's.
//! Operators and wildcards are text like any other.

use std::collections::HashSet;

use matching::{Knowledge, Word, analyse, concepts_in, detect_language};
use serde::{Deserialize, Serialize};
use tantivy::Term;
use tantivy::query::{
    AllQuery, BooleanQuery, BoostQuery, DisjunctionMaxQuery, FuzzyTermQuery, Occur, Query,
    TermQuery,
};
use tantivy::schema::{Field, IndexRecordOption};

use super::fields::{Fields, TERM_MAX, pair};
use super::{DocumentKind, FacetKey};
use crate::places::Gazetteer;

/// Words that are looked at; what follows is left out.
const WORDS_MAX: usize = 32;
/// Characters that are looked at.
const TEXT_MAX: usize = 2_000;
/// Words of the longest name of a place.
const PLACE_WORDS: usize = 5;

/// What is asked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Question {
    /// Words; empty for everything, the newest first.
    pub text: String,
    /// Values of each facet, of which one must be there; an empty list for all.
    pub facets: [Vec<String>; FacetKey::COUNT],
    /// Đồng: what costs less is left out.
    pub budget_min: Option<i64>,
    /// Đồng: what costs more is left out.
    pub budget_max: Option<i64>,
    /// Only what was published after the first and until the second, in microseconds since 1970.
    #[serde(skip)]
    pub published: Option<(i64, i64)>,
}

/// How a question was understood.
#[derive(Clone, Debug, Default)]
pub struct Understood {
    /// Folded words and stems, for marking.
    pub words: HashSet<String>,
    /// Concepts of the taxonomy.
    pub concepts: Vec<String>,
    /// Places, by the words that named them: as written, the id of the unit named, today's id.
    pub places: Vec<(String, String, String)>,
}

/// What a question is understood with.
pub(super) struct Reader<'a> {
    pub fields: &'a Fields,
    pub knowledge: &'a Knowledge,
    pub gazetteer: &'a Gazetteer,
}

impl Reader<'_> {
    /// The index's query; how it was understood.
    pub fn read(&self, text: &str) -> (Box<dyn Query>, Understood) {
        let text: String = text.chars().take(TEXT_MAX).collect();
        let analysed = analyse(&text);
        let mut words = analysed.words;
        words.retain(|word| word.folded.len() <= TERM_MAX);
        words.truncate(WORDS_MAX);
        if words.is_empty() {
            let all: Box<dyn Query> = if text.trim().is_empty() {
                Box::new(AllQuery)
            } else {
                // Signs alone: nothing is called that.
                Box::new(BooleanQuery::new(Vec::new()))
            };
            return (all, Understood::default());
        }
        let mut understood = Understood {
            concepts: concepts_in(self.knowledge, detect_language(&text), &text)
                .iter()
                .map(ToString::to_string)
                .collect(),
            ..Understood::default()
        };
        for word in &words {
            understood.words.insert(word.folded.clone());
            understood.words.insert(word.stem.clone());
        }
        let typed_on = text.ends_with(|c: char| c.is_alphanumeric());
        let units = self.units(&analysed.composed, &words, typed_on, &mut understood);
        let by_words = self.by_words(&words, units);
        let mut ways: Vec<(Occur, Box<dyn Query>)> = vec![(Occur::Should, by_words)];
        if let Some(by_concepts) = self.by_concepts(&understood.concepts) {
            ways.push((Occur::Should, by_concepts));
        }
        (Box::new(BooleanQuery::new(ways)), understood)
    }

    /// What must be found, one query each: words, and places by any of their names.
    fn units(
        &self,
        text: &str,
        words: &[Word],
        typed_on: bool,
        understood: &mut Understood,
    ) -> Vec<Box<dyn Query>> {
        let mut units = Vec::new();
        let mut at = 0;
        while at < words.len() {
            if let Some((length, named, today)) = self.place_at(text, &words[at..]) {
                let surface = &text[words[at].start..words[at + length - 1].end];
                understood
                    .places
                    .push((surface.to_owned(), named, today.clone()));
                let all = words[at..at + length]
                    .iter()
                    .map(|word| self.word(word, false));
                let literally = BooleanQuery::intersection(all.collect());
                let there = exactly(self.fields.facets[FacetKey::Place as usize], &today, 3.0);
                units.push(best(vec![Box::new(literally), there]));
                at += length;
                continue;
            }
            let word = &words[at];
            let last = at + 1 == words.len();
            if !word.stop || words.len() == 1 {
                units.push(self.word(word, last && typed_on));
            }
            at += 1;
        }
        if units.is_empty() {
            // Nothing but small words: then they are what is asked for.
            units = words.iter().map(|word| self.word(word, false)).collect();
        }
        units
    }

    /// The longest name of a place that the words begin with: its words, the unit, today's unit.
    fn place_at(&self, text: &str, words: &[Word]) -> Option<(usize, String, String)> {
        (1..=words.len().min(PLACE_WORDS)).rev().find_map(|length| {
            let name = text.get(words[0].start..words[length - 1].end)?;
            let place = self.gazetteer.named(name)?;
            let today = place.successor.clone().unwrap_or_else(|| place.id.clone());
            Some((length, place.id.clone(), today))
        })
    }

    /// Most of the units; pairs of neighbours count on top.
    fn by_words(&self, words: &[Word], units: Vec<Box<dyn Query>>) -> Box<dyn Query> {
        let least = match units.len() {
            0..=2 => units.len(),
            3..=5 => units.len() - 1,
            many => many.div_ceil(2),
        };
        let units = units.into_iter().map(|unit| (Occur::Should, unit));
        let most = BooleanQuery::with_minimum_required_clauses(units.collect(), least);
        let mut all: Vec<(Occur, Box<dyn Query>)> = vec![(Occur::Must, Box::new(most))];
        for two in words.windows(2).filter(|two| two[1].joined) {
            let pair = pair(&two[0], &two[1]);
            all.push((Occur::Should, exactly(self.fields.pairs, &pair, 1.5)));
        }
        Box::new(BooleanQuery::new(all))
    }

    /// What names all the concepts that the question names, in whichever language.
    fn by_concepts(&self, concepts: &[String]) -> Option<Box<dyn Query>> {
        let all: Vec<_> = concepts
            .iter()
            .map(|concept| exactly(self.fields.concepts, concept, 1.5))
            .collect();
        (!all.is_empty()).then(|| Box::new(BooleanQuery::intersection(all)) as Box<dyn Query>)
    }

    /// One word in all its forms.
    fn word(&self, word: &Word, beginning: bool) -> Box<dyn Query> {
        let fields = self.fields;
        let mut forms = vec![
            exactly(fields.title_folded, &word.folded, 2.0),
            exactly(fields.body_folded, &word.folded, 1.0),
        ];
        if word.exact != word.folded {
            forms.push(exactly(fields.title_exact, &word.exact, 3.0));
            forms.push(exactly(fields.body_exact, &word.exact, 1.6));
        }
        if word.stem != word.folded {
            forms.push(exactly(fields.title_folded, &word.stem, 1.8));
            forms.push(exactly(fields.body_folded, &word.stem, 0.9));
        }
        let letters = word.folded.chars().count();
        for (field, boost) in [(fields.title_folded, 0.6), (fields.body_folded, 0.3)] {
            let term = Term::from_field_text(field, &word.folded);
            if letters >= 5 && !word.code && !word.folded.contains(|c: char| c.is_ascii_digit()) {
                let distance = if letters >= 9 { 2 } else { 1 };
                let near = FuzzyTermQuery::new(term.clone(), distance, true);
                forms.push(Box::new(BoostQuery::new(Box::new(near), boost)));
            }
            if beginning && letters >= 2 {
                let begins = FuzzyTermQuery::new_prefix(term, 0, true);
                forms.push(Box::new(BoostQuery::new(Box::new(begins), boost)));
            }
        }
        best(forms)
    }

    /// Titles that begin with the words, for suggestions.
    pub fn beginning(&self, text: &str) -> Option<Box<dyn Query>> {
        let text: String = text.chars().take(TEXT_MAX).collect();
        let mut words = analyse(&text).words;
        words.truncate(WORDS_MAX);
        let count = words.len();
        let all: Vec<Box<dyn Query>> = words
            .iter()
            .enumerate()
            .map(|(at, word)| {
                let last = at + 1 == count;
                let folded = self.fields.title_folded;
                let term = Term::from_field_text(folded, &word.folded);
                let mut forms: Vec<Box<dyn Query>> = vec![
                    exactly(folded, &word.folded, 1.0),
                    exactly(self.fields.title_exact, &word.exact, 2.0),
                ];
                if last {
                    forms.push(Box::new(FuzzyTermQuery::new_prefix(term.clone(), 0, true)));
                }
                if word.folded.chars().count() >= 5 && !word.code {
                    let near = FuzzyTermQuery::new(term, 1, true);
                    forms.push(Box::new(BoostQuery::new(Box::new(near), 0.3)));
                }
                best(forms)
            })
            .collect();
        (!all.is_empty()).then(|| Box::new(BooleanQuery::intersection(all)) as Box<dyn Query>)
    }
}

fn best(forms: Vec<Box<dyn Query>>) -> Box<dyn Query> {
    Box::new(DisjunctionMaxQuery::with_tie_breaker(forms, 0.1))
}

impl Question {
    /// Only these kinds.
    pub fn kinds(&mut self, kinds: &[DocumentKind]) {
        self.facets[FacetKey::Kind as usize] =
            kinds.iter().map(|kind| kind.code().to_owned()).collect();
    }
}

fn exactly(field: Field, text: &str, boost: f32) -> Box<dyn Query> {
    let term = Term::from_field_text(field, text);
    let query = TermQuery::new(term, IndexRecordOption::WithFreqs);
    Box::new(BoostQuery::new(Box::new(query), boost))
}
