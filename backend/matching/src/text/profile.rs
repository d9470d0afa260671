//! A posting's text as it is kept and compared: sorted terms, eight bytes each.

use std::collections::HashMap;

use super::likeness::mass;
use super::normal::stem;
use super::stop::is_stop;
use super::syllable::is_syllable;
use super::tag::{standard, tag_parts};
use super::term::{Accent, Entry, Term};
use super::token::{Token, tokens};
use crate::knowledge::Knowledge;
use crate::model::{Kind, Language, Posting, PostingText};
use crate::statistics::Statistics;

/// How often a word of the title, of the summary and of the body is counted.
const FIELDS: [f32; 3] = [2.0, 1.5, 1.0];

/// What a phrase within a longer phrase counts when translated: `nước thải` is not `nước`.
const NESTED: f32 = 0.4;

/// What a concept counts for the concept above it and for its domains.
const ABOVE: f32 = 0.5;

/// The terms of one language.
#[derive(Clone, Debug, Default)]
pub(crate) struct Side {
    /// Sorted; a term stands once for each of its accents.
    pub entries: Box<[Entry]>,
    /// Words, weighted by field.
    pub length: f32,
    /// Whether the text has no diacritics at all.
    pub bare: bool,
    /// What the whole side would earn if all of it were found elsewhere; see
    /// [`Statistics`](crate::Statistics).
    pub mass: f32,
}

impl Side {
    /// Whether a term is said, however it is accented.
    pub fn has(&self, term: Term) -> bool {
        let at = self.entries.partition_point(|entry| entry.term() < term);
        self.entries
            .get(at)
            .is_some_and(|entry| entry.term() == term)
    }

    /// Whether nothing was said.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

/// The text of a posting.
#[derive(Clone, Debug, Default)]
pub(crate) struct Profile {
    /// What it says in Vietnamese.
    pub vi: Side,
    /// What it says in English.
    pub en: Side,
    /// What it says in Vietnamese, word by word in English; only where it says nothing in
    /// English itself.
    pub translated: Side,
    /// The concepts and domains it speaks of, and the codes it names.
    pub ideas: Side,
    /// Its tags.
    pub tags: Side,
    /// Its standards and certificates.
    pub names: Names,
    /// An expert's keywords, one for each tag.
    pub keywords: Box<[Keyword]>,
}

/// What standards and certificates are compared by: the names that
/// [`standard`] gives them, as hashes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names {
    /// Of its standards, in their order.
    pub standards: Box<[u64]>,
    /// Of its certificates, in their order.
    pub certificates: Box<[u64]>,
}

impl Names {
    /// Reads a posting's.
    pub fn read(posting: &Posting) -> Self {
        let name = |name: &str| Term::tag(&standard(name)).key();
        let certificates = posting.certificates.iter();
        Self {
            standards: posting.standards.iter().map(|s| name(s)).collect(),
            certificates: certificates.map(|c| name(&c.name)).collect(),
        }
    }
}

/// A keyword as it stands in texts: in each language the terms that all must be there.
#[derive(Clone, Debug, Default)]
pub(crate) struct Keyword {
    vi: Box<[Term]>,
    en: Box<[Term]>,
    tags: Box<[Term]>,
}

impl Keyword {
    fn read(tag: &str) -> Self {
        let words = tokens(tag);
        let stems = words
            .iter()
            .filter(|word| !is_stop(Language::En, &word.exact, false));
        let stems: Vec<String> = stems.map(english).collect();
        let folded: Vec<String> = words.into_iter().map(|word| word.folded).collect();
        Self {
            vi: phrase(Language::Vi, &folded),
            en: phrase(Language::En, &stems),
            tags: tag_parts(tag).iter().map(|part| Term::tag(part)).collect(),
        }
    }
}

/// A lone word, or all its neighbours.
fn phrase(language: Language, words: &[String]) -> Box<[Term]> {
    match words {
        [word] => [Term::unit(language, word)].into(),
        words => words
            .windows(2)
            .map(|pair| Term::pair(language, &pair[0], &pair[1]))
            .collect(),
    }
}

impl Profile {
    /// Reads a posting's texts and tags.
    pub fn read(knowledge: &Knowledge, posting: &Posting) -> Self {
        let texts = &posting.texts;
        let english = texts.iter().any(|text| text.language == Language::En);
        let mut drafts = Drafts::default();
        for text in texts {
            drafts.read(knowledge, text, !english);
        }
        let keywords = match posting.kind {
            Kind::Expert => posting.tags.iter().map(|tag| Keyword::read(tag)).collect(),
            Kind::Need | Kind::Offer => Box::default(),
        };
        for part in posting.tags.iter().flat_map(|tag| tag_parts(tag)) {
            drafts.tags.add(Term::tag(&part), Accent::PLAIN, 1.0);
        }
        Self {
            tags: drafts.tags.finish(),
            vi: drafts.vi.finish(),
            en: drafts.en.finish(),
            translated: drafts.translated.finish(),
            ideas: drafts.ideas.finish(),
            names: Names::read(posting),
            keywords,
        }
    }

    /// What it says in this language itself.
    pub fn side(&self, language: Language) -> &Side {
        match language {
            Language::Vi => &self.vi,
            Language::En => &self.en,
        }
    }

    /// Whether a text or a tag has this keyword, accents or not.
    pub fn mentions(&self, keyword: &Keyword) -> bool {
        let whole = |side: &Side, phrase: &[Term]| {
            !phrase.is_empty() && phrase.iter().all(|term| side.has(*term))
        };
        whole(&self.vi, &keyword.vi)
            || whole(&self.en, &keyword.en)
            || keyword.tags.iter().any(|part| self.tags.has(*part))
    }

    /// Whether nothing was said at all.
    pub fn is_empty(&self) -> bool {
        self.vi.is_empty() && self.en.is_empty() && self.ideas.is_empty()
    }

    /// Every side.
    pub fn sides(&self) -> [&Side; 5] {
        [
            &self.vi,
            &self.en,
            &self.translated,
            &self.ideas,
            &self.tags,
        ]
    }

    /// Works out what each side would earn if all of it were found elsewhere.
    pub fn weigh(&mut self, statistics: &Statistics) {
        self.vi.mass = mass(&self.vi, Language::Vi, statistics);
        for side in [
            &mut self.en,
            &mut self.translated,
            &mut self.ideas,
            &mut self.tags,
        ] {
            side.mass = mass(side, Language::En, statistics);
        }
    }
}

#[derive(Default)]
struct Draft {
    counts: HashMap<(Term, Accent), f32>,
    length: f32,
    accented: bool,
}

impl Draft {
    fn add(&mut self, term: Term, accent: Accent, count: f32) {
        *self.counts.entry((term, accent)).or_default() += count;
    }

    fn finish(self) -> Side {
        let entries = self.counts.into_iter();
        let mut entries: Vec<Entry> = entries
            .map(|((term, accent), count)| Entry::new(term, accent, count))
            .collect();
        entries.sort_unstable();
        Side {
            entries: entries.into_boxed_slice(),
            length: self.length,
            bare: !self.accented,
            mass: 0.0,
        }
    }
}

#[derive(Default)]
struct Drafts {
    vi: Draft,
    en: Draft,
    translated: Draft,
    ideas: Draft,
    tags: Draft,
}

impl Drafts {
    fn read(&mut self, knowledge: &Knowledge, text: &PostingText, translate: bool) {
        let fields = [&text.title, &text.summary, &text.body].map(|field| tokens(field));
        let bare = is_bare(fields.iter().flatten());
        for (words, weight) in fields.iter().zip(FIELDS) {
            self.ideas(knowledge, text.language, words, bare, weight);
            match text.language {
                Language::Vi => {
                    self.vi.accented |= !bare;
                    self.vietnamese(words, weight);
                    if translate {
                        self.translation(knowledge, words, bare, weight);
                    }
                }
                Language::En => self.english(words, weight),
            }
        }
    }

    fn ideas(
        &mut self,
        knowledge: &Knowledge,
        language: Language,
        words: &[Token],
        bare: bool,
        weight: f32,
    ) {
        let concepts = knowledge.concepts();
        for concept in concepts.of_words(language, words, bare) {
            self.ideas.add(Term::idea(&concept), Accent::PLAIN, weight);
            for above in concepts.get(&concept).iter().flat_map(|idea| &idea.above) {
                self.ideas
                    .add(Term::idea(above), Accent::PLAIN, weight * ABOVE);
            }
        }
        for code in words.iter().filter(|token| token.code) {
            self.ideas
                .add(Term::idea(&code.exact), Accent::PLAIN, weight);
        }
    }

    /// Every syllable and every two neighbours; a stop word stays half of its compounds.
    fn vietnamese(&mut self, words: &[Token], weight: f32) {
        let mut before: Option<&Token> = None;
        for token in words {
            let (exact, folded) = (token.exact.as_str(), token.folded.as_str());
            self.vi.length += weight;
            self.vi.add(
                Term::unit(Language::Vi, folded),
                Accent::of(&[exact], &[folded]),
                weight,
            );
            if let Some(first) = before.filter(|_| token.joined) {
                self.vi.add(
                    Term::pair(Language::Vi, &first.folded, folded),
                    Accent::of(&[&first.exact, exact], &[&first.folded, folded]),
                    weight,
                );
            }
            before = Some(token);
        }
    }

    /// Every stem and every two neighbours, without stop words.
    fn english(&mut self, words: &[Token], weight: f32) {
        let mut before: Option<String> = None;
        for token in words {
            if is_stop(Language::En, &token.exact, false) {
                before = None;
                continue;
            }
            let stem = english(token);
            self.en.length += weight;
            self.en
                .add(Term::unit(Language::En, &stem), Accent::PLAIN, weight);
            if let Some(first) = before.filter(|_| token.joined) {
                self.en.add(
                    Term::pair(Language::En, &first, &stem),
                    Accent::PLAIN,
                    weight,
                );
            }
            before = Some(stem);
        }
    }

    /// Names, codes and loans as they are; phrases of the dictionary as the English words
    /// they may mean, each counting its share.
    fn translation(&mut self, knowledge: &Knowledge, words: &[Token], bare: bool, weight: f32) {
        for token in words {
            self.translated.length += weight;
            if token.code || !is_syllable(&token.folded) {
                let unit = Term::unit(Language::En, &english(token));
                self.translated.add(unit, Accent::PLAIN, weight);
            }
        }
        let mut known = vec![false; words.len()];
        for found in knowledge.dictionary().find(words, bare) {
            known[found.at..found.at + found.length].fill(true);
            let nested = if found.nested { NESTED } else { 1.0 };
            let share = weight * nested / (found.meanings.len() as f32).sqrt();
            for stems in found.meanings {
                for stem in stems {
                    let unit = Term::unit(Language::En, stem);
                    self.translated.add(unit, Accent::PLAIN, share);
                }
                for pair in stems.windows(2) {
                    let pair = Term::pair(Language::En, &pair[0], &pair[1]);
                    self.translated.add(pair, Accent::PLAIN, share);
                }
            }
        }
        // What the dictionary does not know was said all the same: nothing can match it, but
        // it is part of the whole.
        let unknown = words.iter().zip(known).filter(|(_, known)| !known);
        for (token, _) in unknown {
            let foreign = token.code || !is_syllable(&token.folded);
            if !foreign && !is_stop(Language::Vi, &token.exact, bare) {
                let unit = Term::unit(Language::Vi, &token.folded);
                self.translated.add(unit, Accent::PLAIN, weight);
            }
        }
    }
}

/// How an English word, or a word that is the same in English, is compared.
fn english(token: &Token) -> String {
    if token.code {
        token.exact.clone()
    } else {
        stem(&token.folded)
    }
}

/// Whether nothing of it carries a diacritic.
pub(super) fn is_bare<'a>(mut words: impl Iterator<Item = &'a Token>) -> bool {
    words.all(|token| token.exact == token.folded)
}
